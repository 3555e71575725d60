FROM ruby:3.3
RUN useradd -m web
COPY --chown=web:web . /web
RUN chmod 755 /web/bin/start \
    # nobody else
    && chown web:web /web \
    && ln -s /web/bin/start /usr/local/bin/start
