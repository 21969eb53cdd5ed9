#include "ui/common/Format.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace fissure::ui {

namespace {

struct Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

QString absent() {
    return QStringLiteral("–");
}

/// The space between does not break over lines.
QString withUnit(const QString& number, const QString& unit) {
    return number + QChar(QChar::Nbsp) + unit;
}

/// Decimals that leave about that many digits in all, with at most `most` of them after the point.
int decimalsFor(double value, int digits, int most) {
    const double magnitude = std::fabs(value);
    const int before = magnitude < 1.0 ? 1 : static_cast<int>(std::floor(std::log10(magnitude))) + 1;
    return std::clamp(digits - before, 0, most);
}

} // namespace

QString lossText(double loss) {
    if (!std::isfinite(loss)) {
        return absent();
    }
    const double magnitude = std::fabs(loss);
    if (magnitude >= 1e5 || (magnitude > 0.0 && magnitude < 1e-3)) {
        return QLocale().toString(loss, 'e', 2);
    }
    return QLocale().toString(loss, 'f', magnitude < 10.0 ? 4 : decimalsFor(loss, 4, 4));
}

QString percentText(double fraction) {
    if (!std::isfinite(fraction)) {
        return absent();
    }
    return withUnit(QLocale().toString(fraction * 100.0, 'f', 1), QStringLiteral("%"));
}

QString scoreText(double score) {
    return std::isfinite(score) ? QLocale().toString(score, 'f', 3) : absent();
}

QString rateText(double imagesPerSecond) {
    if (!std::isfinite(imagesPerSecond)) {
        return absent();
    }
    return withUnit(QLocale().toString(imagesPerSecond, 'f', decimalsFor(imagesPerSecond, 3, 2)),
                    Format::tr("img/s", "images a second"));
}

QString durationText(std::optional<std::chrono::milliseconds> duration) {
    if (!duration) {
        return absent();
    }
    const qint64 ms = std::max<qint64>(0, duration->count());
    if (ms < 9'950) {
        return withUnit(QLocale().toString(static_cast<double>(ms) / 1000.0, 'f', 1),
                        Format::tr("s", "seconds"));
    }
    const qint64 seconds = (ms + 500) / 1000;
    const auto twoDigits = [](qint64 value) {
        return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0'));
    };
    if (seconds < 60) {
        return withUnit(QString::number(seconds), Format::tr("s", "seconds"));
    }
    if (seconds < 3600) {
        return Format::tr("%1 min %2 s").arg(QString::number(seconds / 60), twoDigits(seconds % 60));
    }
    return Format::tr("%1 h %2 min").arg(QLocale().toString(seconds / 3600), twoDigits(seconds % 3600 / 60));
}

QString roughDurationText(std::chrono::milliseconds duration) {
    const qint64 seconds = std::max<qint64>(1, (duration.count() + 500) / 1000);
    if (seconds < 60) {
        return withUnit(QString::number(seconds), Format::tr("s", "seconds"));
    }
    const qint64 minutes = (seconds + 30) / 60;
    return minutes < 60 ? withUnit(QString::number(minutes), Format::tr("min", "minutes"))
                        : durationText(std::chrono::minutes(minutes));
}

QString countText(qint64 count) {
    return QLocale().toString(count);
}

QString bytesText(qint64 bytes) {
    constexpr qint64 kStep = 1000;
    qint64 unit = 1;
    while (bytes / unit >= kStep) {
        unit *= kStep;
    }
    // Three digits tell enough: 14.2 MB, 360 MB.
    return QLocale().formattedDataSize(bytes, bytes / unit >= 100 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString timeText(std::optional<WallTime> time) {
    if (!time) {
        return absent();
    }
    return QDateTime::fromMSecsSinceEpoch(time->time_since_epoch().count())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace fissure::ui
