/* Prints the lines of a compressed log that match an expression. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <string.h>
#include <zlib.h>

int main(int count, char **words) {
  if (count > 1 && !strcmp(words[1], "--version")) return puts("logsieve 1.0") < 0;
  if (count != 3) return fputs("usage: logsieve EXPRESSION FILE\n", stderr), 2;

  int error;
  PCRE2_SIZE at;
  pcre2_code *code = pcre2_compile((PCRE2_SPTR)words[1], PCRE2_ZERO_TERMINATED, 0, &error, &at, NULL);
  gzFile file = gzopen(words[2], "r");
  if (!code || !file) return fputs("cannot read the expression or the file\n", stderr), 1;

  char line[4096];
  pcre2_match_data *match = pcre2_match_data_create_from_pattern(code, NULL);
  while (gzgets(file, line, sizeof line))
    if (pcre2_match(code, (PCRE2_SPTR)line, strlen(line), 0, 0, match, NULL) > 0) fputs(line, stdout);
  return gzclose(file) != Z_OK;
}
