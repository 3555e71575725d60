FROM ruby:3.3
RUN useradd -m web
# The application
COPY . /web
# Whose it is, and what starts it
RUN chmod 755 /web/bin/start \
    && chown -R web:web /web \
    && ln -s /web/bin/start /usr/local/bin/start
