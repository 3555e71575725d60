FROM ruby:3.3
RUN useradd -m web
COPY --chown=web:web . /web
# The server writes its pid there
RUN chown web:web /web
