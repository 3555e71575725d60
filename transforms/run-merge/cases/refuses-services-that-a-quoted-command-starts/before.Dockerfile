FROM debian:bookworm
RUN bash -c "service mysql start && mysql -e x"
RUN bash -c "service mysql start && mysql -e y"
