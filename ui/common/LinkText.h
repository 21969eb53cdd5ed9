#pragma once

class QColor;
class QLabel;
class QString;

namespace fissure::ui {

/// Whether a click on a sentence leads to what it is about.
enum class Leads { Nowhere, ToItsSubject };

/// All of a sentence as a link, in rich text.
QString linkOf(const QString& sentence, const QColor& color);

/// Shows a sentence as it is, or all of it as a link. A label keeps the colour of the palette under which it
/// was filled: to be called again when that has changed.
void setSentence(QLabel& label, const QString& sentence, Leads leads);

} // namespace fissure::ui
