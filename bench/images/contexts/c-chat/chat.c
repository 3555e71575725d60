/* A chat room: what one connection to port 18202 sends, all get. */
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { most = 64 };

int main(void) {
  struct pollfd seats[most];
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(18202)};
  int taken = 1, one = 1;

  seats[0] = (struct pollfd){.fd = socket(AF_INET, SOCK_STREAM, 0), .events = POLLIN};
  setsockopt(seats[0].fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(seats[0].fd, (struct sockaddr *)&address, sizeof address) || listen(seats[0].fd, 8)) return 1;

  while (poll(seats, taken, -1) > 0) {
    if (seats[0].revents && taken < most)
      seats[taken++] = (struct pollfd){.fd = accept(seats[0].fd, 0, 0), .events = POLLIN};
    for (int i = 1; i < taken; i++) {
      char text[512];
      if (!seats[i].revents) continue;
      ssize_t length = read(seats[i].fd, text, sizeof text);
      if (length <= 0) {
        close(seats[i].fd);
        seats[i--] = seats[--taken];
        continue;
      }
      for (int k = 1; k < taken; k++)
        if (write(seats[k].fd, text, length) < 0) break;
    }
  }
  return 0;
}
