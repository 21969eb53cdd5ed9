#pragma once

#include "core/base/Error.h"

#include <QString>

namespace fissure::ui {

/// The error in the user's language: what happened, to what, and what to do next. Field keys are given by
/// their titles.
QString errorText(const Error& error);

/// The cause and what to do about it as sentences, for a place that names the subject already.
QString causeText(const Error& error);

} // namespace fissure::ui
