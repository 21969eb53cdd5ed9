#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

#include <string>

namespace fissure::test {

/// What fissure-cli said, and its exit code: -1 where it took more than two minutes, -2 where it crashed.
struct Output {
    int code = -1;
    std::string out;
    std::string err;
};

/// Where its two streams go instead of into the Output; empty: nowhere else.
struct Streams {
    QString out;
    QString err;
};

/// Runs the real program to its end, as a user or a script would.
inline Output runProgram(const QStringList& arguments, const Streams& streams = {}) {
    QProcess process;
    if (!streams.out.isEmpty()) {
        process.setStandardOutputFile(streams.out);
    }
    if (!streams.err.isEmpty()) {
        process.setStandardErrorFile(streams.err);
    }
    process.start(QStringLiteral(FISSURE_CLI), arguments);
    if (!process.waitForFinished(120'000)) {
        return {};
    }
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2,
            process.readAllStandardOutput().toStdString(), process.readAllStandardError().toStdString()};
}

} // namespace fissure::test
