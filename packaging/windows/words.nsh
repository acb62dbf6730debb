; What setup and uninstaller say, in the languages of the shops. The buttons' own words are NSIS', and
; Quit is the word of the program's own menu, which speaks English alone yet.

!macro Say name english german french
  LangString ${name} ${LANG_ENGLISH} "${english}"
  LangString ${name} ${LANG_GERMAN} "${german}"
  LangString ${name} ${LANG_FRENCH} "${french}"
!macroend

!insertmacro Say LinkSays \
  "Whom to call and why now" \
  "Wen anrufen, und warum jetzt" \
  "Qui appeler, et pourquoi maintenant"

!insertmacro Say IsRunning \
  "Followup is open. Please close it, then try again.$\r$\n$\r$\nIf you see no window: it may rest beside the clock. Right-click the small icon there and choose Quit." \
  "Followup ist geöffnet. Bitte schließen Sie es und versuchen Sie es dann noch einmal.$\r$\n$\r$\nSehen Sie kein Fenster? Vielleicht ruht es neben der Uhr. Klicken Sie dort mit der rechten Maustaste auf das kleine Symbol und wählen Sie „Quit“." \
  "Followup est ouvert. Fermez-le, puis réessayez.$\r$\n$\r$\nAucune fenêtre en vue ? Il est peut-être à côté de l’horloge. Cliquez avec le bouton droit sur la petite icône et choisissez « Quit »."

!insertmacro Say TooOld \
  "Followup needs Windows 10 (version 1809 of 2018) or newer." \
  "Followup braucht Windows 10 (Version 1809 von 2018) oder neuer." \
  "Followup a besoin de Windows 10 (version 1809 de 2018) ou plus récent."

!insertmacro Say NotReplaced \
  "The program could not be put in its place, so everything is as it was. Please restart this PC and try again." \
  "Das Programm konnte nicht an seinen Platz gebracht werden; alles ist wie zuvor. Bitte starten Sie diesen PC neu und versuchen Sie es noch einmal." \
  "Le programme n’a pas pu être mis en place ; tout est comme avant. Redémarrez ce PC, puis réessayez."

!insertmacro Say WishesTitle "Install Followup" "Followup installieren" "Installer Followup"
!insertmacro Say WishesSubtitle "Version ${VERSION}" "Version ${VERSION}" "Version ${VERSION}"

!insertmacro Say WishesText \
  "Followup is installed for you alone; it takes no administrator and no connection. Your customers and settings stay on this PC. If they are here already, they stay as they are." \
  "Followup wird nur für Sie eingerichtet, ohne Administrator und ohne Verbindung. Ihre Kunden und Einstellungen bleiben auf diesem PC. Was schon da ist, bleibt, wie es ist." \
  "Followup s’installe pour vous uniquement, sans administrateur ni connexion. Vos clients et vos réglages restent sur ce PC. S’il y en a déjà, ils restent tels quels."

!insertmacro Say WishLogin \
  "Start Followup together with this PC" \
  "Followup zusammen mit diesem PC starten" \
  "Démarrer Followup en même temps que ce PC"

!insertmacro Say WishDesktop \
  "Put an icon on the desktop" \
  "Ein Symbol auf den Desktop legen" \
  "Placer une icône sur le bureau"

!insertmacro Say DoneTitle "Followup is ready" "Followup ist bereit" "Followup est prêt"

!insertmacro Say DoneText \
  "You will find it in the Start menu." \
  "Sie finden es im Startmenü." \
  "Vous le trouverez dans le menu Démarrer."

!insertmacro Say OpenNow "Open Followup now" "Followup jetzt öffnen" "Ouvrir Followup maintenant"

!insertmacro Say PurgeTitle "Remove Followup" "Followup entfernen" "Supprimer Followup"
!insertmacro Say PurgeSubtitle \
  "The program goes; your customers stay, unless you wish otherwise." \
  "Das Programm geht; Ihre Kunden bleiben, wenn Sie nichts anderes wünschen." \
  "Le programme s’en va ; vos clients restent, sauf si vous en décidez autrement."

!insertmacro Say PurgeText \
  "The shop’s data lies in:$\r$\n$LOCALAPPDATA\Followup$\r$\n$\r$\nWhen you install Followup again, everything is there again." \
  "Die Daten des Geschäfts liegen in:$\r$\n$LOCALAPPDATA\Followup$\r$\n$\r$\nWenn Sie Followup wieder installieren, ist alles wieder da." \
  "Les données du magasin se trouvent dans :$\r$\n$LOCALAPPDATA\Followup$\r$\n$\r$\nSi vous réinstallez Followup, tout sera de nouveau là."

!insertmacro Say WishPurge \
  "Delete the customers, calls and backups of this PC too" \
  "Auch die Kunden, Anrufe und Sicherungen dieses PCs löschen" \
  "Supprimer aussi les clients, les appels et les sauvegardes de ce PC"

!insertmacro Say PurgeSure \
  "All customers, calls and backups on this PC will be deleted. They can’t be brought back. Delete them?" \
  "Alle Kunden, Anrufe und Sicherungen auf diesem PC werden gelöscht. Sie können nicht wiederhergestellt werden. Löschen?" \
  "Tous les clients, appels et sauvegardes de ce PC seront supprimés. Ils ne pourront pas être récupérés. Les supprimer ?"
