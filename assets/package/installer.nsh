; What the Windows installer does beside copying: links that begin with sealwire:// open Sealwire, for this person alone, until it is uninstalled.
!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\sealwire" "" "URL:Sealwire"
  WriteRegStr SHELL_CONTEXT "Software\Classes\sealwire" "URL Protocol" ""
  WriteRegStr SHELL_CONTEXT "Software\Classes\sealwire\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\sealwire\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
!macroend

!macro customUnInstall
  DeleteRegKey SHELL_CONTEXT "Software\Classes\sealwire"
!macroend
