#include "ui/common/ErrorText.h"

#include "core/config/ConfigFields.h"
#include "ui/common/CoreText.h"
#include "ui/common/FieldText.h"

#include <QCoreApplication>

namespace fissure::ui {

namespace {

class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static QString withSubject(ErrorCode code);
    static QString withoutSubject(ErrorCode code);
    static QString advice(ErrorCode code);
};

QString ErrorText::withSubject(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound:
        return tr("%1 cannot be found");
    case ErrorCode::Unreadable:
        return tr("%1 cannot be read");
    case ErrorCode::Unwritable:
        return tr("%1 cannot be written");
    case ErrorCode::Damaged:
        return tr("%1 is damaged");
    case ErrorCode::WrongFormat:
        return tr("%1 does not have the expected form");
    case ErrorCode::OutOfRange:
        return tr("%1 is out of range");
    case ErrorCode::UnknownKey:
        return tr("%1 is not a known setting");
    case ErrorCode::Empty:
        return tr("%1 holds nothing to work with");
    case ErrorCode::NewerSchema:
        return tr("%1 was written by a newer version of Fissure");
    case ErrorCode::Unreachable:
        return tr("%1 cannot be reached");
    case ErrorCode::Busy:
        return tr("%1 is in use");
    case ErrorCode::OutOfMemory:
        return tr("Memory ran out for %1");
    case ErrorCode::Stopped:
        return tr("%1 was stopped");
    case ErrorCode::Internal:
        break;
    }
    return tr("%1 failed");
}

QString ErrorText::withoutSubject(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound:
        return tr("Something that is needed cannot be found");
    case ErrorCode::Unreadable:
        return tr("Reading failed");
    case ErrorCode::Unwritable:
        return tr("Writing failed");
    case ErrorCode::Damaged:
        return tr("The data are damaged");
    case ErrorCode::WrongFormat:
        return tr("The data do not have the expected form");
    case ErrorCode::OutOfRange:
        return tr("A value is out of range");
    case ErrorCode::UnknownKey:
        return tr("A setting is not known");
    case ErrorCode::Empty:
        return tr("There is nothing to work with");
    case ErrorCode::NewerSchema:
        return tr("The workspace was written by a newer version of Fissure");
    case ErrorCode::Unreachable:
        return tr("A server cannot be reached");
    case ErrorCode::Busy:
        return tr("Other work is in the way");
    case ErrorCode::OutOfMemory:
        return tr("Memory ran out");
    case ErrorCode::Stopped:
        return tr("The work was stopped");
    case ErrorCode::Internal:
        break;
    }
    return tr("Something failed that was not foreseen");
}

QString ErrorText::advice(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound:
        return tr("Check the path.");
    case ErrorCode::Unreadable:
        return tr("Check the permissions and the disk.");
    case ErrorCode::Unwritable:
        return tr("Check the permissions and the free space.");
    case ErrorCode::Damaged:
        return tr("Restore it from a copy or make it anew.");
    case ErrorCode::NewerSchema:
        return tr("Update Fissure or choose another workspace.");
    case ErrorCode::Unreachable:
        return tr("Check the network and try again.");
    case ErrorCode::Busy:
        return tr("Wait until it is free and try again.");
    case ErrorCode::OutOfMemory:
        return tr("Choose a smaller batch or input size.");
    case ErrorCode::Internal:
        return tr("Try again; the log says more.");
    case ErrorCode::WrongFormat:
    case ErrorCode::OutOfRange:
    case ErrorCode::UnknownKey:
    case ErrorCode::Empty:
    case ErrorCode::Stopped:
        break;
    }
    return {};
}

QString subjectOf(const Error& error) {
    if (const Field* field = findField(error.subject.str())) {
        return QStringLiteral("“%1”").arg(FieldText::title(*field));
    }
    const QString subject = coreText(error.subject);
    const bool isPath = subject.contains(QLatin1Char('.')) || subject.contains(QLatin1Char('/'));
    return isPath || subject.isEmpty() ? subject : subject.at(0).toUpper() + subject.mid(1);
}

QString asSentence(QString clause) {
    if (clause.isEmpty()) {
        return clause;
    }
    clause[0] = clause[0].toUpper();
    return clause.endsWith(QLatin1Char('.')) ? clause : clause + QLatin1Char('.');
}

QString adviceText(const Error& error) {
    return error.advice.empty() ? ErrorText::advice(error.code) : asSentence(coreText(error.advice));
}

} // namespace

QString errorText(const Error& error) {
    const QString subject = subjectOf(error);
    QString text = subject.isEmpty() ? ErrorText::withoutSubject(error.code)
                                     : ErrorText::withSubject(error.code).arg(subject);
    if (!error.cause.empty()) {
        text += QStringLiteral(": ") + coreText(error.cause);
    }
    if (!text.endsWith(QLatin1Char('.'))) {
        text += QLatin1Char('.');
    }
    const QString advice = adviceText(error);
    return advice.isEmpty() ? text : text + QLatin1Char(' ') + advice;
}

QString causeText(const Error& error) {
    const QString cause = error.cause.empty() ? ErrorText::withoutSubject(error.code) : coreText(error.cause);
    const QString advice = error.advice.empty() ? QString() : adviceText(error);
    return advice.isEmpty() ? asSentence(cause) : asSentence(cause) + QLatin1Char(' ') + advice;
}

} // namespace fissure::ui
