FROM debian:bookworm
RUN apt-get update && apt-get install -y openvpn
RUN cp -r /usr/share/doc/openvpn/examples/easy-rsa /etc/openvpn
