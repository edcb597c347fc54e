// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/header/explanation_text.h"

#include "ui/header/field_marks.h"
#include "ui/header/shown_segment.h"
#include "ui/support/clause_text.h"
#include "ui/support/translate_message.h"

namespace tcpladder {

namespace {

const PacketField* findField(const SegmentDetails* details, const FieldChoice& choice)
{
    for (std::size_t i = 0; details && i < details->fields.size(); ++i) {
        if (choiceOf(details->fields, i) == choice)
            return &details->fields[i];
    }
    return nullptr;
}

FieldExplanation explainWholeOption(const SegmentDetails& details, const PacketField& field)
{
    const Bytes bytes = Bytes(details.bytes).subspan(field.offset, field.length);
    const std::vector<TcpOptionPart> parts = listOptionParts(field.option, bytes);
    // An option with one value is explained by it.
    return explainOption(field.option, parts.size() == 2 ? parts.back() : parts.front(), details.segment);
}

} // namespace

QString toToolTip(const FieldExplanation& explanation)
{
    const QString name = translateMessage({explanation.name, {}}).toHtmlEscaped();
    QString html = QStringLiteral("<qt><b>%1</b>").arg(name);
    if (!explanation.clause.empty())
        html += QStringLiteral(" &nbsp; %1").arg(clauseText(explanation.clause).toHtmlEscaped());
    for (const Message& message : {explanation.meaning, explanation.here}) {
        if (!message.text.empty())
            html += QStringLiteral("<br/>") + translateMessage(message).toHtmlEscaped();
    }
    return html + QStringLiteral("</qt>");
}

QString fieldToolTip(const ShownSegment& shown, const FieldChoice& choice)
{
    const PacketField* field = findField(shown.details(), choice);
    if (!field)
        return {};
    if (choice.field == HeaderField::TcpOption)
        return toToolTip(explainWholeOption(*shown.details(), *field));
    return toToolTip(explainField(choice.field, shown.details()->segment, shown.context()));
}

QString optionToolTip(const ShownSegment& shown, const FieldChoice& choice, const TcpOptionPart& part)
{
    const PacketField* field = findField(shown.details(), choice);
    return field ? toToolTip(explainOption(field->option, part, shown.details()->segment)) : QString();
}

} // namespace tcpladder
