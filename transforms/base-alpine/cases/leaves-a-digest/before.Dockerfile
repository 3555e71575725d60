FROM debian:bookworm@sha256:4b50eb66f977b4062683ff434ef18ac191da862dbe966961bc11990cf5791a8d
CMD ["sh"]
