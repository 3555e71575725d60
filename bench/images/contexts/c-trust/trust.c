/* Says whether there are certificates to trust. */
#include <openssl/ssl.h>
#include <stdio.h>

int main(void) {
  X509_LOOKUP *lookup;
  X509_STORE *store = X509_STORE_new();
  lookup = X509_STORE_add_lookup(store, X509_LOOKUP_file());
  if (!X509_LOOKUP_load_file(lookup, NULL, X509_FILETYPE_DEFAULT) &&
      !X509_LOOKUP_load_file(lookup, "/etc/ssl/certs/ca-certificates.crt", X509_FILETYPE_PEM))
    return puts("trusts nobody"), 1;
  return puts("trusts somebody") < 0;
}
