#include "app/cli/ProgressLine.h"

#include <QTest>

#include <memory>
#include <pty.h>
#include <sys/ioctl.h>
#include <unistd.h>

using fissure::cli::ProgressLine;

namespace {

struct FileCloser {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

std::string contentOf(std::FILE* file) {
    std::rewind(file);
    std::string text(4096, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file));
    return text;
}

/// A terminal of 40 columns and what was written to it.
class Terminal {
public:
    Terminal() {
        winsize size{};
        size.ws_col = 40;
        int writer = -1;
        if (::openpty(&m_reader, &writer, nullptr, nullptr, &size) != 0) {
            qFatal("there is no terminal to test with");
        }
        m_writer.reset(::fdopen(writer, "w"));
    }
    ~Terminal() { ::close(m_reader); }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    std::FILE* stream() const { return m_writer.get(); }

    std::string written() const {
        std::string text(4096, '\0');
        text.resize(
            static_cast<std::size_t>(std::max<ssize_t>(0, ::read(m_reader, text.data(), text.size()))));
        return text;
    }

private:
    int m_reader = -1;
    File m_writer;
};

} // namespace

class tst_ProgressLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void logsGetFewWholeLines() {
        const File file(std::tmpfile());
        {
            ProgressLine line(file.get());
            for (int i = 1; i <= 100; ++i) {
                line.show(i / 100.0, "step " + std::to_string(i));
            }
        }
        // The first and the last; ten seconds have not gone by between them.
        QCOMPARE(contentOf(file.get()), std::string("  1 %  step 1\n100 %  step 100\n"));
    }

    void whatWasShownLastStays() {
        const File file(std::tmpfile());
        ProgressLine line(file.get());
        line.show(0.1, "first");
        line.show(0.5, "second");
        line.done();
        line.done();
        QCOMPARE(contentOf(file.get()), std::string(" 10 %  first\n 50 %  second\n"));
    }

    void nothingShownIsNothingWritten() {
        const File file(std::tmpfile());
        { ProgressLine line(file.get()); }
        QCOMPARE(contentOf(file.get()), std::string());
    }

    void streamThatTakesNothingMoreIsNoFailure() {
        const File file(std::fopen("/dev/full", "w"));
        QVERIFY(file != nullptr);
        QCOMPARE(std::setvbuf(file.get(), nullptr, _IONBF, 0), 0); // as standard error is
        ProgressLine line(file.get());
        line.show(1.0, "done");
        line.done();
        QVERIFY(std::ferror(file.get()) != 0);
    }

    void terminalLineIsRedrawnInPlaceAndCutToItsWidth() {
        const Terminal terminal;
        ProgressLine line(terminal.stream());
        line.show(0.5, "a long text of many words");
        QCOMPARE(terminal.written(), std::string("\r\x1b[K[############............]  50 %  a lon"));
        line.show(1.0, "done");
        QCOMPARE(terminal.written(), std::string("\r\x1b[K[########################] 100 %  done"));
        line.done();
        QCOMPARE(terminal.written(), std::string("\r\n"));
    }

    void fractionsOutsideAreClamped() {
        const File file(std::tmpfile());
        ProgressLine line(file.get());
        line.show(1.7, "over");
        line.done();
        QCOMPARE(contentOf(file.get()), std::string("100 %  over\n"));
    }
};

QTEST_GUILESS_MAIN(tst_ProgressLine)
#include "tst_ProgressLine.moc"
