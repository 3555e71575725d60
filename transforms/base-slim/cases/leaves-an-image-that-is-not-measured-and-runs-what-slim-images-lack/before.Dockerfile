FROM elixir:1.16
RUN curl -fsSL https://example.com/archive.ez -o /tmp/archive.ez && mix archive.install --force /tmp/archive.ez
CMD ["iex"]
