FROM ruby:3.3
RUN useradd -m web
COPY . /web
RUN chmod 755 /web/bin/start \
    # nobody else
    && chown -R web:web /web \
    && ln -s /web/bin/start /usr/local/bin/start
