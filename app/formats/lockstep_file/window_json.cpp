#include "formats/lockstep_file/window_json.h"

namespace lockstep::lockstep_file {

namespace {

Json boundJson(const BoundSpec& bound)
{
    Json json;
    if (bound.earliest == bound.latest) {
        json["at"] = pointJson(bound.earliest);
    } else {
        json["earliest"] = pointJson(bound.earliest);
        json["latest"] = pointJson(bound.latest);
    }
    if (!bound.basis.empty())
        json["basis"] = bound.basis;
    if (bound.tiedTo)
        json["tied_to_row"] = *bound.tiedTo;
    return json;
}

/// Points after the same row can be compared without knowing where that row lies.
bool isBefore(const Point& a, const Point& b)
{
    return a.event == b.event && a.after < b.after;
}

BoundSpec readBound(const JsonNode& node, Findings& findings)
{
    Fields fields{node, "bound", findings};
    BoundSpec bound;
    if (fields.has("at")) {
        bound.earliest = bound.latest = readPoint(fields.object("at"), findings);
        if (fields.has("earliest") || fields.has("latest"))
            fields.refuse("A bound has either 'at', or 'earliest' and 'latest'.", "Keep 'at' where it is certain.");
    } else {
        bound.earliest = readPoint(fields.object("earliest"), findings);
        bound.latest = readPoint(fields.object("latest"), findings);
        if (isBefore(bound.latest, bound.earliest))
            fields.refuseMember("latest", "'latest' of this bound lies before 'earliest'.", "Exchange the two.");
    }
    bound.basis = fields.textOr("basis");
    bound.tiedTo = fields.rowIfAny("tied_to_row");
    return bound;
}

} // namespace

Json pointJson(const Point& point)
{
    Json json{{"row", point.event}};
    if (point.after != Millis{0})
        json["plus"] = lengthText(point.after);
    return json;
}

Point readPoint(const JsonNode& node, Findings& findings)
{
    Fields fields{node, "point", findings};
    const auto row = fields.row("row");
    return {row, fields.has("plus") ? fields.length("plus") : Millis{0}};
}

Json scopeJson(const Scope& scope)
{
    return scope.all ? Json("all") : Json(scope.resources);
}

Scope readScope(Fields& holder)
{
    const auto* node = holder.find("scope");
    if (node && node->type == JsonNode::Type::List) {
        const auto names = holder.texts("scope");
        for (const auto& name : names)
            holder.findings().scoped.try_emplace(name, node->line);
        return Scope::of({names.begin(), names.end()});
    }
    if (holder.text("scope") != "all")
        holder.refuseMember("scope", "A 'scope' is \"all\" or a list of resources.", "Write \"all\" or, for example, [\"master\"].");
    return Scope::everything();
}

Scope readDecidingScope(Fields& holder)
{
    Scope scope = readScope(holder);
    if (const auto* node = holder.find("scope"); node && !scope.all && scope.resources.empty())
        holder.findings().warn(node->line, "the scope is empty, so this window concerns nothing.", "Name what it concerns, or write \"all\".");
    return scope;
}

Json windowJson(const WindowSpec& window)
{
    Json json{{"id", window.id}, {"name", window.name}};
    if (!window.what.empty())
        json["what"] = window.what;
    json["effect"] = nameOf(window.effect);
    json["scope"] = scopeJson(window.scope);
    json["begin"] = boundJson(window.begin);
    json["end"] = boundJson(window.end);
    return json;
}

WindowSpec readWindow(const JsonNode& node, Findings& findings)
{
    Fields fields{node, "window", findings};
    WindowSpec window;
    window.id = fields.text("id");
    if (window.id.empty())
        fields.refuse("The 'id' of this window is empty.", "Give it a short word of its own.");
    window.name = fields.text("name");
    window.what = fields.textOr("what");
    window.effect = fields.named<Effect>("effect");
    window.scope = window.effect == Effect::Informs ? readScope(fields) : readDecidingScope(fields);
    window.begin = readBound(fields.object("begin"), findings);
    window.end = readBound(fields.object("end"), findings);
    if (isBefore(window.end.latest, window.begin.earliest))
        fields.refuseMember("end", "This window ends before it begins.", "Mend its 'begin' or its 'end'.");
    return window;
}

} // namespace lockstep::lockstep_file
