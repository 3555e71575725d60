FROM mcr.microsoft.com/dotnet/sdk:8.0
COPY . .
RUN dotnet build
CMD ["dotnet", "bin/Debug/net8.0/app.dll"]
