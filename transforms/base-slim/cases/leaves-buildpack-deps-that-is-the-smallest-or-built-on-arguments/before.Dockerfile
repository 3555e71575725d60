FROM buildpack-deps:jammy-curl AS first
RUN curl -fsSLo /tool https://example.com/tool
FROM buildpack-deps:jessie-scm
COPY --from=first /tool /tool
CMD ["/tool"]
