#pragma once

#include "ui/settings/Language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace fissure::test {

/// The texts of what is made while this lives are in a language; afterwards they are as they were before.
class InLanguage {
public:
    explicit InLanguage(const QString& code) { ui::installLanguage(*QCoreApplication::instance(), code); }
    ~InLanguage() {
        qDeleteAll(QCoreApplication::instance()->findChildren<QTranslator*>());
        QLocale::setDefault(m_before);
    }
    Q_DISABLE_COPY_MOVE(InLanguage)

private:
    QLocale m_before;
};

} // namespace fissure::test
