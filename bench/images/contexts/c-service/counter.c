/* Counts visits in a database: each connection to port 18105 gets the next number. */
#include <netinet/in.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

static int number(void *to, int columns, char **values, char **names) {
  *(int *)to = atoi(values[0]);
  return columns < 1 || !names;
}

int main(void) {
  sqlite3 *db;
  const char *path = getenv("COUNTER_DB");
  if (sqlite3_open(path ? path : "counter.db", &db)) return 1;
  sqlite3_exec(db, "create table if not exists visits(at integer)", 0, 0, 0);

  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(18105)};
  int one = 1, server = socket(AF_INET, SOCK_STREAM, 0);
  setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(server, (struct sockaddr *)&address, sizeof address) || listen(server, 8)) return 1;

  for (;;) {
    int client = accept(server, NULL, NULL), visits = 0;
    sqlite3_exec(db, "insert into visits values (unixepoch())", 0, 0, 0);
    sqlite3_exec(db, "select count(*) from visits", number, &visits, 0);
    dprintf(client, "visit %d\n", visits);
    close(client);
  }
}
