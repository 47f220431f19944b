@echo off
rem The sealwire command of an installed Sealwire. It runs on the Node that came with it.
setlocal
"%~dp0..\node\node.exe" "%~dp0..\core\dist\cli\sealwire.js" %*
exit /b %errorlevel%
