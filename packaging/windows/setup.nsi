; The setup for Windows: for one person, without an administrator, one page of questions.
;
; make_setup.py hands in VERSION, FILES (a list of File instructions), SIZE_KB, ICON, SIDE (the
; picture of the last page), OUTPUT, and what the program calls itself: MUTEX and APP_ID
; (followup_desktop/app/presence.py).
;
; Silent: Followup-Setup.exe /S [/DESKTOP=1] [/STARTATLOGIN=0|1], Uninstall.exe /S [/PURGE].
; Exit codes: 0 done, 1 cancelled, 2 it could not be done, 5 Followup is running.

Unicode true
Target amd64-unicode
RequestExecutionLevel user
!ifdef QUICK ; for a trial of the setup itself: seconds instead of minutes, and twice the size
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
ManifestDPIAware true
ManifestSupportedOS Win10

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include app_id.nsh

!define RUNS 5
!define FAILED 2
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Followup"
!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
; Where Windows remembers what was switched off in its own list of what starts at login.
!define APPROVED_KEY "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define SETUP_KEY "Software\Followup"
; As paths.py has it: never a roaming profile.
!define DATA "$LOCALAPPDATA\Followup"
!define PROGRAM "$LOCALAPPDATA\Programs\Followup"

Name "Followup"
OutFile "${OUTPUT}"
BrandingText "Followup ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Followup"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Followup Setup"
VIAddVersionKey /LANG=0 "CompanyName" "The Followup authors"
VIAddVersionKey /LANG=0 "LegalCopyright" "The Followup authors. MIT licence."

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_FINISHPAGE_TITLE "$(DoneTitle)"
!define MUI_FINISHPAGE_TEXT "$(DoneText)"
!define MUI_FINISHPAGE_RUN "$INSTDIR\Followup.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(OpenNow)"
!define MUI_FINISHPAGE_NOREBOOTSUPPORT
Page custom AskWishes TakeWishes
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
UninstPage custom un.AskPurge un.TakePurge
!insertmacro MUI_UNPAGE_INSTFILES

; Windows' own language decides; English where it speaks another one.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"
!include words.nsh

Var Icon          ; 1: on the desktop
Var StartsAtLogin ; 1 or 0; empty where nobody was asked
Var Purge        ; 1: the shop's data goes too
Var IconBox
Var LoginBox
Var PurgeBox

; Before anything is touched ----------------------------------------------------------------------

!macro StopWhileRunning un
Function ${un}StopWhileRunning
  look:
  System::Call 'kernel32::OpenMutexW(i 0x00100000, i 0, w "${MUTEX}") p .r0'
  ${If} $0 P<> 0
    System::Call 'kernel32::CloseHandle(p r0)'
    MessageBox MB_RETRYCANCEL|MB_ICONINFORMATION "$(IsRunning)" /SD IDCANCEL IDRETRY look
    SetErrorLevel ${RUNS}
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro StopWhileRunning ""
!insertmacro StopWhileRunning "un."

Function .onInit
  ; The older one waits for its own answer.
  System::Call 'kernel32::CreateMutexW(p 0, i 1, w "Local\Followup.Setup") p .r0 ?e'
  Pop $1
  ${If} $1 = 183 ; ERROR_ALREADY_EXISTS
    SetErrorLevel ${RUNS}
    Quit
  ${EndIf}
  ${IfNot} ${AtLeastBuild} 17763 ; Windows 10 1809: what Qt 6.9 asks for
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel ${FAILED}
    Quit
  ${EndIf}
  Call StopWhileRunning
  StrCpy $INSTDIR "${PROGRAM}" ; nowhere else: the whole folder is replaced and removed
  Call ReadWishes
FunctionEnd

Function un.onInit
  Call un.StopWhileRunning
  StrCpy $INSTDIR "${PROGRAM}"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PURGE" $1
  ${IfNot} ${Errors}
    StrCpy $Purge 1
  ${EndIf}
FunctionEnd

; What is wished ----------------------------------------------------------------------------------

; As it is now, or as it is best the first time; the command line has the last word.
Function ReadWishes
  StrCpy $Icon 0
  ${If} ${FileExists} "$DESKTOP\Followup.lnk"
    StrCpy $Icon 1
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DESKTOP=" $1
  ${IfNot} ${Errors}
    StrCpy $Icon $1
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/STARTATLOGIN=" $1
  ${IfNot} ${Errors}
    StrCpy $StartsAtLogin $1
  ${EndIf}
FunctionEnd

Function AskWishes
  !insertmacro MUI_HEADER_TEXT "$(WishesTitle)" "$(WishesSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ReadRegStr $1 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ReadRegStr $2 HKCU "${RUN_KEY}" "Followup"
  ${NSD_CreateLabel} 0 0 100% 40u "$(WishesText)"
  Pop $0
  ${NSD_CreateCheckbox} 0 48u 100% 14u "$(WishLogin)"
  Pop $LoginBox
  ${If} $1 == ""
  ${OrIf} $2 != ""
    ${NSD_Check} $LoginBox
  ${EndIf}
  ${NSD_CreateCheckbox} 0 66u 100% 14u "$(WishDesktop)"
  Pop $IconBox
  ${If} $Icon = 1
    ${NSD_Check} $IconBox
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^InstallBtn)"
  ${NSD_SetFocus} $0
  nsDialogs::Show
FunctionEnd

Function TakeWishes
  ${NSD_GetState} $LoginBox $StartsAtLogin
  ${NSD_GetState} $IconBox $Icon
  Call StopWhileRunning ; it may have been opened since
FunctionEnd

Function un.AskPurge
  !insertmacro MUI_HEADER_TEXT "$(PurgeTitle)" "$(PurgeSubtitle)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 40u "$(PurgeText)"
  Pop $0
  ${NSD_CreateCheckbox} 0 48u 100% 24u "$(WishPurge)"
  Pop $PurgeBox
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(^UninstallBtn)"
  nsDialogs::Show
FunctionEnd

Function un.TakePurge
  ${NSD_GetState} $PurgeBox $Purge
  ${If} $Purge = 1
    MessageBox MB_YESNO|MB_DEFBUTTON2|MB_ICONEXCLAMATION "$(PurgeSure)" IDYES sure
    Abort
    sure:
  ${EndIf}
  Call un.StopWhileRunning
FunctionEnd

; Installing --------------------------------------------------------------------------------------

; Without its id the entry is as good as before, so nothing is said where it can't be set.
!macro Link file
  CreateShortcut "${file}" "$INSTDIR\Followup.exe" "" "" "" "" "" "$(LinkSays)"
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}", .r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("${file}", ${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}", .r2)'
      ${If} $2 P<> 0
        !insertmacro SetAppId $2
        ${IUnknown::Release} $2 ""
        ${IPersistFile::Save} $1 '("${file}", 1)'
      ${EndIf}
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
!macroend

Section
  ; Beside the old one, and then in its place: the old program works until the new one is whole.
  RMDir /r "${PROGRAM}.new"
  RMDir /r "${PROGRAM}.old"
  ClearErrors
  !include "${FILES}"
  WriteUninstaller "${PROGRAM}.new\Uninstall.exe"
  SetOutPath "$TEMP" ; a folder that one is in can't be renamed
  ${If} ${FileExists} "$INSTDIR\*.*"
    Rename "$INSTDIR" "${PROGRAM}.old"
  ${EndIf}
  Rename "${PROGRAM}.new" "$INSTDIR"
  ${If} ${Errors}
    Call PutBack
    MessageBox MB_OK|MB_ICONSTOP "$(NotReplaced)" /SD IDOK
    SetErrorLevel ${FAILED}
    Quit
  ${EndIf}
  RMDir /r "${PROGRAM}.old"
  Call Register
SectionEnd

Function PutBack
  ${IfNot} ${FileExists} "$INSTDIR\*.*"
    Rename "${PROGRAM}.old" "$INSTDIR"
  ${EndIf}
  RMDir /r "${PROGRAM}.new"
FunctionEnd

Function .onInstFailed
  Call PutBack
FunctionEnd

Function Register
  ; Where the program begins. Not in its own folder: what it opens begins there too, and would keep
  ; Windows from replacing the folder as long as that is open.
  SetOutPath "$PROFILE"
  !insertmacro Link "$SMPROGRAMS\Followup.lnk"
  ${If} $Icon = 1
    !insertmacro Link "$DESKTOP\Followup.lnk"
  ${Else}
    Delete "$DESKTOP\Followup.lnk"
  ${EndIf}
  ${If} $StartsAtLogin != ""
    ; For the program, which keeps this wish from now on (app/autostart.py).
    WriteRegDWORD HKCU "${SETUP_KEY}" "StartsAtLogin" $StartsAtLogin
    DeleteRegValue HKCU "${RUN_KEY}" "Followup"
    ${If} $StartsAtLogin = 1
      WriteRegStr HKCU "${RUN_KEY}" "Followup" '"$INSTDIR\Followup.exe" --minimised'
    ${EndIf}
  ${EndIf}
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Followup"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Followup.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Followup authors"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
FunctionEnd

; Removing ----------------------------------------------------------------------------------------

Section "un."
  SetOutPath "$TEMP"
  Delete "$SMPROGRAMS\Followup.lnk"
  Delete "$DESKTOP\Followup.lnk"
  RMDir /r "$INSTDIR"
  RMDir /r "${PROGRAM}.new"
  RMDir /r "${PROGRAM}.old"
  ${If} $Purge = 1
    RMDir /r "${DATA}"
  ${EndIf}
  DeleteRegValue HKCU "${RUN_KEY}" "Followup"
  DeleteRegValue HKCU "${APPROVED_KEY}" "Followup"
  DeleteRegKey HKCU "${SETUP_KEY}"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
SectionEnd
