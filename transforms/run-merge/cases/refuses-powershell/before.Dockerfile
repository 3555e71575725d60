FROM mcr.microsoft.com/powershell:lts-debian-12
SHELL ["pwsh", "-Command"]
RUN New-Item -ItemType Directory /a
RUN New-Item -ItemType Directory /b
