@echo off
where node >nul 2>nul
if errorlevel 1 (
  echo Sealwire needs Node 18 or later, and there is no "node" on the PATH. 1>&2
  echo Install the current LTS from https://nodejs.org, and run this again. 1>&2
  exit /b 3
)
node "%~dp0main\launcher\sealwire.mjs" %*
