#pragma once

#include "core/base/Clock.h"

#include <QString>

#include <chrono>
#include <optional>

namespace fissure::ui {

/// Numbers as the window writes them, in the default QLocale. Not-a-number and absent values read "–".

/// Four digits: "0.4321", "12.35".
QString lossText(double loss);
/// From a fraction, one decimal: "93.4 %".
QString percentText(double fraction);
/// Three decimals, of what lies in [0, 1]: "0.833".
QString scoreText(double score);
/// Three digits: "9.84 img/s".
QString rateText(double imagesPerSecond);
/// "1 h 04 min", "12 min 30 s", "9.4 s".
QString durationText(std::optional<std::chrono::milliseconds> duration);
/// For what is only about known: "40 s", "12 min", "1 h 04 min".
QString roughDurationText(std::chrono::milliseconds duration);
/// Grouped by the locale: "37,111".
QString countText(qint64 count);
/// "14.2 MB"
QString bytesText(qint64 bytes);
/// "2026-03-01 14:05" in the local time zone.
QString timeText(std::optional<WallTime> time);

} // namespace fissure::ui
