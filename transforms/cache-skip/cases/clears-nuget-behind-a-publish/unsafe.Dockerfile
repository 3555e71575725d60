FROM mcr.microsoft.com/dotnet/sdk:8.0
COPY . .
RUN dotnet restore && \
    dotnet publish -c Release -o /out && \
    dotnet nuget locals all --clear
CMD ["dotnet", "/out/app.dll"]
