# escape=`

FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"]

ENV NODE_VERSION=20.18.0

RUN Invoke-WebRequest "https://nodejs.org/dist/v$env:NODE_VERSION/node-v$env:NODE_VERSION-win-x64.zip" `
        -OutFile C:\node.zip
RUN Expand-Archive C:\node.zip -DestinationPath C:\ ; `
    Rename-Item "C:\node-v$env:NODE_VERSION-win-x64" nodejs
RUN Remove-Item C:\node.zip -Force
RUN setx /M PATH "$env:PATH;C:\nodejs\"

WORKDIR C:\app\
COPY server.js .
CMD ["C:\\nodejs\\node.exe", "server.js"]
