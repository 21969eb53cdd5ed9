#include "core/base/Error.h"

#include <QTest>

#include <set>
#include <vector>

using namespace fissure;

namespace {

const std::vector<ErrorCode> kAllCodes{ErrorCode::NotFound,    ErrorCode::Unreadable,  ErrorCode::Unwritable,
                                       ErrorCode::Damaged,     ErrorCode::WrongFormat, ErrorCode::OutOfRange,
                                       ErrorCode::UnknownKey,  ErrorCode::Empty,       ErrorCode::NewerSchema,
                                       ErrorCode::Unreachable, ErrorCode::Busy,        ErrorCode::OutOfMemory,
                                       ErrorCode::Stopped,     ErrorCode::Internal};

std::string messageOf(const char* subject, const char* cause, const char* advice) {
    return Error{ErrorCode::Internal, subject, cause, advice}.message();
}

} // namespace

class tst_Error : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messageIsWholeSentences_data() {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("advice");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* subject, const char* cause, const char* advice, const char* message) {
            QTest::newRow(message) << QString::fromUtf8(subject) << QString::fromUtf8(cause)
                                   << QString::fromUtf8(advice) << QString::fromUtf8(message);
        };
        row("a.jpg", "it is cut off", "copy it again", "a.jpg: it is cut off. Copy it again.");
        row("a.jpg", "it is cut off", "", "a.jpg: it is cut off.");
        row("", "there is nothing", "add some", "There is nothing. Add some.");
        row("", "there is nothing.", "did you mean x?", "There is nothing. Did you mean x?");
        row("", "", "", "");
        row("ü", "über", "", "ü: über.");
    }
    void messageIsWholeSentences() {
        QFETCH(QString, subject);
        QFETCH(QString, cause);
        QFETCH(QString, advice);
        QFETCH(QString, message);
        const Error error{ErrorCode::Internal, subject.toStdString(), cause.toStdString(),
                          advice.toStdString()};
        QCOMPARE(QString::fromStdString(error.message()), message);
    }

    void messageIsOneLineWhateverALibrarySays() {
        const std::string message = messageOf("odd\nname.jpg", "first\r\nsecond\nthird", "try\nagain");
        QCOMPARE(message, std::string("odd name.jpg: first  second third. Try again."));
    }

    void unforeseenExceptionSaysWhatItSaid() {
        const Error error = unforeseen("the pipe is broken");
        QCOMPARE(error.code, ErrorCode::Internal);
        QCOMPARE(error.message(), std::string("Something unforeseen failed: the pipe is broken."));
    }

    void onlyWhatOtherInputMendsIsBadInput() {
        const std::set<ErrorCode> notTheUsers{ErrorCode::OutOfMemory, ErrorCode::Stopped, ErrorCode::Internal,
                                              ErrorCode::Busy, ErrorCode::Unreachable};
        for (const ErrorCode code : kAllCodes) {
            QCOMPARE(isBadInput(code), !notTheUsers.contains(code));
        }
    }
};

QTEST_APPLESS_MAIN(tst_Error)
#include "tst_Error.moc"
