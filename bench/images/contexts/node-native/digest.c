/* digest(text): the BLAKE2b of a text, in hexadecimal digits. */
#include <node_api.h>
#include <sodium.h>
#include <stdlib.h>

static napi_value digest(napi_env env, napi_callback_info info) {
  napi_value text, result;
  size_t count = 1, length;
  unsigned char hash[32];
  char hex[65];
  napi_get_cb_info(env, info, &count, &text, NULL, NULL);
  if (napi_get_value_string_utf8(env, text, NULL, 0, &length) != napi_ok) return NULL;
  char *bytes = malloc(length + 1);
  napi_get_value_string_utf8(env, text, bytes, length + 1, &length);
  crypto_generichash(hash, sizeof hash, (unsigned char *)bytes, length, NULL, 0);
  free(bytes);
  sodium_bin2hex(hex, sizeof hex, hash, sizeof hash);
  napi_create_string_utf8(env, hex, 64, &result);
  return result;
}

NAPI_MODULE_INIT() {
  napi_value function;
  if (sodium_init() < 0) return NULL;
  napi_create_function(env, "digest", NAPI_AUTO_LENGTH, digest, NULL, &function);
  return function;
}
