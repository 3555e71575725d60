FROM debian:bookworm
ENV DOTNET_ROOT=/opt/runtime
CMD ["sh"]
