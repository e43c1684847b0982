// The operating system's OpenSSL (libcrypto): digests.
#include <openssl/evp.h>
