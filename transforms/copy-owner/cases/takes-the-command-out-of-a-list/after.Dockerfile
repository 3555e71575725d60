FROM ruby:3.3
RUN useradd -m web
# The application
COPY --chown=web:web . /web
# Whose it is, and what starts it
RUN chmod 755 /web/bin/start \
    && ln -s /web/bin/start /usr/local/bin/start
