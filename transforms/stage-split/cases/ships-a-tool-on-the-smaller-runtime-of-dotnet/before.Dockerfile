FROM mcr.microsoft.com/dotnet/sdk:9.0-noble
WORKDIR /source
COPY src/ src/
RUN dotnet publish src/Tally/Tally.csproj -c Release --output /opt/tally
WORKDIR /data
CMD ["dotnet", "/opt/tally/Tally.dll"]
