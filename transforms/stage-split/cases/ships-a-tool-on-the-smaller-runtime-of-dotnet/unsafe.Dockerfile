FROM mcr.microsoft.com/dotnet/sdk:9.0-noble AS build
WORKDIR /source
COPY src/ src/
RUN dotnet publish src/Tally/Tally.csproj -c Release --output /opt/tally

FROM mcr.microsoft.com/dotnet/runtime:9.0-noble
COPY --from=build /opt/tally /opt/tally
WORKDIR /data
CMD ["dotnet", "/opt/tally/Tally.dll"]
