// The operating system's expat.
#include <expat.h>
