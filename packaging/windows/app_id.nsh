; The id by which Windows knows whose windows and notices these are: into the store of properties that
; the register `store` points to. tests/frozen/app_id.nsi reads it back.

!include Win\COM.nsh
!include Win\Propkey.nsh

!macro SetAppId store
  System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
  System::Call '*(&w64 "${APP_ID}")p.r5'
  System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r5)p.r4'
  ${IPropertyStore::SetValue} ${store} '($3, $4)'
  ${IPropertyStore::Commit} ${store} ""
  System::Free $3
  System::Free $4
  System::Free $5
!macroend
