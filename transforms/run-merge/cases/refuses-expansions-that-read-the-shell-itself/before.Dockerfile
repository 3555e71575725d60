FROM debian:bookworm
RUN echo "${COLOR:=blue}" > /etc/color
RUN echo "$COLOR" > /etc/second
RUN echo $$ > /etc/number
