#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <string>

namespace fissure::test {

/// A Python that has torch and torchvision, the one on the path or Debian's; empty where neither has (tests
/// then skip, saying kNoTorch).
inline QString pythonWithTorch() {
    for (const QString& python : {QStringLiteral("python3"), QStringLiteral("/usr/bin/python3")}) {
        QProcess process;
        process.start(python, {QStringLiteral("-c"), QStringLiteral("import torch, torchvision")});
        if (process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit &&
            process.exitCode() == 0) {
            return python;
        }
    }
    return {};
}

inline constexpr const char* kNoTorch =
    "no Python here has torch and torchvision (Debian: python3-torch, python3-torchvision)";

/// What a script of tests/reference prints; ends the test program where it fails.
inline QByteArray runReference(const QString& python, const std::string& script,
                               const QStringList& arguments) {
    QProcess process;
    const std::string place = std::string(FISSURE_SOURCE_DIR) + "/tests/reference/" + script;
    process.start(python, QStringList{QStringLiteral("-B"), QString::fromStdString(place)} + arguments);
    if (!process.waitForFinished(300'000) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0) {
        qFatal("%s: %s", script.c_str(), process.readAllStandardError().constData());
    }
    return process.readAllStandardOutput();
}

} // namespace fissure::test
