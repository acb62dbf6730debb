; Does what the setup does with its links, to a store of properties in memory, and writes down what it
; finds there: Wine's links have no such store. The test hands in APP_ID and PACKAGING.

Unicode true
Target amd64-unicode
RequestExecutionLevel user
SilentInstall silent
OutFile "app-id.exe"

!include LogicLib.nsh
!include "${PACKAGING}/app_id.nsh"

Section
  System::Call 'propsys::PSCreateMemoryPropertyStore(g "${IID_IPropertyStore}", *p.r2)'
  !insertmacro SetAppId $2
  ; By the numbers that Windows has for it, and not by the name that was used above.
  System::Call '*(&g16 "{9F4C2855-9F79-4B39-A8D0-E1D42DE1D5F3}", &i4 5)p.r3'
  System::Call '*(&i24)p.r4'
  ${IPropertyStore::GetValue} $2 '($3, $4)'
  System::Call '*$4(&i2.r5, &i6, p.r6)'
  System::Call '*$6(&w64.r7)'
  FileOpen $8 "$EXEDIR\app-id.txt" w
  FileWrite $8 "$5 $7" ; VT_LPWSTR is 31
  FileClose $8
SectionEnd
