// Without this, libxml2 brings the headers of the system's ICU along, which contradict those of Foundation's own.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/parser.h>
#include <libxml/xmlerror.h>
