#pragma once

#include "core/base/Error.h"

#include <QString>

namespace fissure::ui {

/// The error in the user's language: what happened, to what, and what to do next. Field keys are given by
/// their titles.
QString errorText(const Error& error);

} // namespace fissure::ui
