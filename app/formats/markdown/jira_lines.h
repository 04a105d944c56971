#pragma once
#include "formats/markdown/source_text.h"

namespace lockstep::markdown {

/// Headings ("h3. Timeline") and tables ("||Time||Event||" above "|14:02|...|") of Jira and Confluence in the signs of
/// Markdown; lines such as "{info}" are left out. A document without such headings or heads comes back as it is.
SourceText withJiraSigns(SourceText source);

/// Lines of three or more cells parted by tabs, below a first line that is their head, as tables of Markdown.
SourceText withTabTables(SourceText source);

} // namespace lockstep::markdown
