<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AppearancePage</name>
    <message>
        <source>Theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Comfortable: room around rows and controls</source>
        <translation>Komfortabel: mehr Platz um Zeilen und Bedienelemente</translation>
    </message>
    <message>
        <source>Compact: more on one screen</source>
        <translation>Kompakt: mehr auf einem Bildschirm</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Size of text in percent</source>
        <translation>Textgröße in Prozent</translation>
    </message>
    <message>
        <source>The theme and the size follow your desktop until you choose otherwise. The width of columns and the density of a list are kept with each view.</source>
        <translation>Design und Größe folgen Ihrer Arbeitsumgebung, bis Sie etwas anderes wählen. Spaltenbreiten und die Dichte einer Liste werden mit jeder Ansicht gespeichert.</translation>
    </message>
</context>
<context>
    <name>ConnectWords</name>
    <message>
        <source>Check host and port, and ask whoever runs the server whether it is up.</source>
        <translation>Prüfen Sie Server und Port, und fragen Sie, wer den Server betreibt, ob er läuft.</translation>
    </message>
    <message>
        <source>There is no server with this host name.</source>
        <translation>Es gibt keinen Server mit diesem Namen.</translation>
    </message>
    <message>
        <source>Check how the host is written, and whether this computer is in the right network.</source>
        <translation>Prüfen Sie die Schreibweise und ob dieser Rechner im richtigen Netz ist.</translation>
    </message>
    <message>
        <source>The host is there, but nothing answers at this port.</source>
        <translation>Der Rechner ist da, aber an diesem Port antwortet nichts.</translation>
    </message>
    <message>
        <source>There is no way to this host.</source>
        <translation>Es führt kein Weg zu diesem Rechner.</translation>
    </message>
    <message>
        <source>Check the network and the VPN of this computer.</source>
        <translation>Prüfen Sie Netz und VPN dieses Rechners.</translation>
    </message>
    <message>
        <source>The server did not answer within ten seconds.</source>
        <translation>Der Server hat innerhalb von zehn Sekunden nicht geantwortet.</translation>
    </message>
    <message>
        <source>Check host, port and VPN; a firewall that swallows everything looks like this.</source>
        <translation>Prüfen Sie Server, Port und VPN; auch eine Firewall, die alles verschluckt, sieht so aus.</translation>
    </message>
    <message>
        <source>What answers there is not PostgreSQL.</source>
        <translation>Was dort antwortet, ist nicht PostgreSQL.</translation>
    </message>
    <message>
        <source>Check the port; PostgreSQL usually listens at 5432.</source>
        <translation>Prüfen Sie den Port; PostgreSQL ist meist unter 5432 erreichbar.</translation>
    </message>
    <message>
        <source>The server has as many connections as it takes.</source>
        <translation>Der Server nimmt keine weiteren Verbindungen an.</translation>
    </message>
    <message>
        <source>Try again in a moment; if it stays so, the server must allow more.</source>
        <translation>Versuchen Sie es gleich noch einmal; bleibt es so, muss der Server mehr zulassen.</translation>
    </message>
    <message>
        <source>The server is starting or stopping.</source>
        <translation>Der Server wird gerade gestartet oder beendet.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s PostgreSQL is too old.</source>
        <translation>PostgreSQL auf dem Server ist zu alt.</translation>
    </message>
    <message>
        <source>Deskhand needs PostgreSQL 15 or newer.</source>
        <translation>Deskhand braucht PostgreSQL 15 oder neuer.</translation>
    </message>
    <message>
        <source>Nothing was sent. Somebody may be in between: do not go on before you know why it is so.</source>
        <translation>Es wurde nichts gesendet. Jemand könnte dazwischen sitzen: Machen Sie erst weiter, wenn Sie den Grund kennen.</translation>
    </message>
    <message>
        <source>The server does not encrypt its connections.</source>
        <translation>Der Server verschlüsselt seine Verbindungen nicht.</translation>
    </message>
    <message>
        <source>Nothing was sent. Whoever runs the server has to switch TLS on (ssl = on).</source>
        <translation>Es wurde nichts gesendet. Wer den Server betreibt, muss TLS einschalten (ssl = on).</translation>
    </message>
    <message>
        <source>It is not known which certificates are to be trusted.</source>
        <translation>Es ist nicht bekannt, welchen Zertifikaten vertraut werden soll.</translation>
    </message>
    <message>
        <source>Choose the file with your organization&apos;s certificate authority; whoever runs the server has it.</source>
        <translation>Wählen Sie die Datei mit der Zertifizierungsstelle Ihrer Organisation; wer den Server betreibt, hat sie.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not from an authority that you trust.</source>
        <translation>Das Zertifikat des Servers ist von keiner Stelle, der Sie vertrauen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another host.</source>
        <translation>Das Zertifikat des Servers gilt für einen anderen Rechner.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired or is not valid yet.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen oder noch nicht gültig.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check this computer&apos;s clock; otherwise the server needs a new certificate.</source>
        <translation>Es wurde nichts gesendet. Prüfen Sie die Uhr dieses Rechners; sonst braucht der Server ein neues Zertifikat.</translation>
    </message>
    <message>
        <source>Without encryption only a server on this computer can be used.</source>
        <translation>Ohne Verschlüsselung geht nur ein Server auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Switch encryption on.</source>
        <translation>Schalten Sie die Verschlüsselung ein.</translation>
    </message>
    <message>
        <source>The server wants a password.</source>
        <translation>Der Server verlangt ein Passwort.</translation>
    </message>
    <message>
        <source>Enter your password of the desk.</source>
        <translation>Geben Sie Ihr Passwort für den Desk ein.</translation>
    </message>
    <message>
        <source>The password is not right for this user.</source>
        <translation>Das Passwort stimmt für diesen Benutzer nicht.</translation>
    </message>
    <message>
        <source>Check the user and the password; many servers say the same of a user they do not know.</source>
        <translation>Prüfen Sie Benutzer und Passwort; viele Server sagen dasselbe bei einem unbekannten Benutzer.</translation>
    </message>
    <message>
        <source>The server does not know this user.</source>
        <translation>Der Server kennt diesen Benutzer nicht.</translation>
    </message>
    <message>
        <source>Check the user name, or ask an administrator of the desk for it.</source>
        <translation>Prüfen Sie den Benutzernamen, oder fragen Sie jemanden aus der Administration des Desks.</translation>
    </message>
    <message>
        <source>The server has no database with this name.</source>
        <translation>Auf dem Server gibt es keine Datenbank mit diesem Namen.</translation>
    </message>
    <message>
        <source>Check the name of the database.</source>
        <translation>Prüfen Sie den Namen der Datenbank.</translation>
    </message>
    <message>
        <source>The server does not let this user in from this computer.</source>
        <translation>Der Server lässt diesen Benutzer von diesem Rechner aus nicht herein.</translation>
    </message>
    <message>
        <source>An administrator of the server can allow it (pg_hba.conf, GRANT CONNECT).</source>
        <translation>Die Administration des Servers kann es erlauben (pg_hba.conf, GRANT CONNECT).</translation>
    </message>
    <message>
        <source>The user may enter the database, but not the desk in it.</source>
        <translation>Der Benutzer darf in die Datenbank, aber nicht in den Desk darin.</translation>
    </message>
    <message>
        <source>An administrator of the desk has to make you one of its people.</source>
        <translation>Die Administration des Desks muss Sie erst aufnehmen.</translation>
    </message>
    <message>
        <source>There is no desk in this database.</source>
        <translation>In dieser Datenbank ist kein Desk.</translation>
    </message>
    <message>
        <source>Check the name of the database; an administrator makes a desk with “deskhandctl init-postgres”.</source>
        <translation>Prüfen Sie den Namen der Datenbank; die Administration legt einen Desk mit „deskhandctl init-postgres“ an.</translation>
    </message>
    <message>
        <source>A desk is being copied into this database, and is not whole yet.</source>
        <translation>In diese Datenbank wird gerade ein Desk kopiert; er ist noch nicht vollständig.</translation>
    </message>
    <message>
        <source>Wait until “deskhandctl copy” has ended, or have it go on.</source>
        <translation>Warten Sie, bis „deskhandctl copy“ fertig ist, oder lassen Sie es weitermachen.</translation>
    </message>
    <message>
        <source>The desk on the server is older than this program.</source>
        <translation>Der Desk auf dem Server ist älter als dieses Programm.</translation>
    </message>
    <message>
        <source>Its owner brings it up to date with “deskhandctl migrate”; programs of people never do that by themselves.</source>
        <translation>Wer ihn betreibt, bringt ihn mit „deskhandctl migrate“ auf den Stand; von selbst tut dieses Programm das nie.</translation>
    </message>
    <message>
        <source>The desk on the server is newer than this program.</source>
        <translation>Der Desk auf dem Server ist neuer als dieses Programm.</translation>
    </message>
    <message>
        <source>Upgrade Deskhand on this computer.</source>
        <translation>Aktualisieren Sie Deskhand auf diesem Rechner.</translation>
    </message>
    <message>
        <source>This network wants you to sign in to it first.</source>
        <translation>Dieses Netz will, dass Sie sich zuerst bei ihm anmelden.</translation>
    </message>
    <message>
        <source>Open a page in the browser, as in hotels and trains; Deskhand goes on by itself afterwards. Nothing of the desk was sent.</source>
        <translation>Öffnen Sie eine Seite im Browser, wie in Hotels und Zügen; Deskhand macht danach von selbst weiter. Vom Desk wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>What answers there is not a Deskhand service.</source>
        <translation>Was dort antwortet, ist kein Deskhand-Dienst.</translation>
    </message>
    <message>
        <source>Check the address, and ask whoever runs the service for it.</source>
        <translation>Prüfen Sie die Adresse, und fragen Sie, wer den Dienst betreibt.</translation>
    </message>
    <message>
        <source>The proxy that this computer uses does not answer.</source>
        <translation>Der Proxy, den dieser Computer benutzt, antwortet nicht.</translation>
    </message>
    <message>
        <source>Check the network, and the proxy in the settings of the system.</source>
        <translation>Prüfen Sie das Netz und den Proxy in den Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password.</source>
        <translation>Der Proxy dieses Netzes will einen Namen und ein Passwort.</translation>
    </message>
    <message>
        <source>Enter them; they are not those of the desk.</source>
        <translation>Geben Sie sie ein; es sind nicht die des Desks.</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Connect to my team&apos;s desk</source>
        <translation>Mit dem Desk meines Teams verbinden</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>desk.example.org</source>
        <translation>desk.example.org</translation>
    </message>
    <message>
        <source>P&amp;ort</source>
        <translation>P&amp;ort</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>&amp;Datenbank</translation>
    </message>
    <message>
        <source>support</source>
        <translation>support</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;Benutzer</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>Keep the password in this computer&apos;s &amp;keychain</source>
        <translation>Passwort im &amp;Schlüsselbund dieses Rechners aufbewahren</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>&amp;Encrypt and check who the server is (TLS, verify-full)</source>
        <translation>&amp;Verschlüsseln und prüfen, wer der Server ist (TLS, verify-full)</translation>
    </message>
    <message>
        <source>&amp;Authorities</source>
        <translation>&amp;Zertifizierung</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose the file of certificate authorities</source>
        <translation>Datei der Zertifizierungsstellen wählen</translation>
    </message>
    <message>
        <source>Call &amp;it</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>as the desk calls itself</source>
        <translation>wie der Desk sich nennt</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Der Server wird gefragt</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>Ver&amp;binden</translation>
    </message>
    <message>
        <source>Use a &amp;service instead…</source>
        <translation>Stattdessen einen &amp;Dienst verwenden…</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The desk cannot be reached.</source>
        <translation>Der Desk ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>What you wrote is kept on this computer.</source>
        <translation>Was Sie geschrieben haben, bleibt auf diesem Rechner erhalten.</translation>
    </message>
    <message>
        <source>Check the network; it is tried again when the desk answers.</source>
        <translation>Prüfen Sie das Netzwerk; es wird erneut versucht, sobald der Desk antwortet.</translation>
    </message>
    <message>
        <source>The desk took too long to answer.</source>
        <translation>Der Desk hat zu lange nicht geantwortet.</translation>
    </message>
    <message>
        <source>The desk is busy with other work.</source>
        <translation>Der Desk ist mit anderer Arbeit beschäftigt.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>Der Vorgang wurde abgebrochen.</translation>
    </message>
    <message>
        <source>The desk does not know who you are.</source>
        <translation>Der Desk kennt Sie nicht.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>Sie sind dazu nicht berechtigt.</translation>
    </message>
    <message>
        <source>Ask an administrator of the desk.</source>
        <translation>Wenden Sie sich an einen Administrator des Desks.</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>Das Element existiert nicht mehr.</translation>
    </message>
    <message>
        <source>Somebody may have deleted or merged it.</source>
        <translation>Möglicherweise hat es jemand gelöscht oder zusammengeführt.</translation>
    </message>
    <message>
        <source>Somebody else changed the same thing meanwhile.</source>
        <translation>Jemand anderes hat inzwischen dasselbe geändert.</translation>
    </message>
    <message>
        <source>Both versions are kept.</source>
        <translation>Beide Fassungen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Look at what changed and decide which to keep.</source>
        <translation>Sehen Sie sich die Änderungen an und entscheiden Sie, welche Fassung Sie behalten möchten.</translation>
    </message>
    <message>
        <source>The desk cannot accept this.</source>
        <translation>Der Desk kann dies nicht annehmen.</translation>
    </message>
    <message>
        <source>Correct the marked fields.</source>
        <translation>Korrigieren Sie die markierten Felder.</translation>
    </message>
    <message>
        <source>The change does not fit what the desk holds.</source>
        <translation>Die Änderung passt nicht zu den Daten des Desks.</translation>
    </message>
    <message>
        <source>The desk file is damaged.</source>
        <translation>Die Desk-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>Nothing more was written to it.</source>
        <translation>Es wurde nichts mehr hineingeschrieben.</translation>
    </message>
    <message>
        <source>Restore the newest backup, and keep a copy of the damaged file.</source>
        <translation>Stellen Sie die neueste Sicherung wieder her und bewahren Sie eine Kopie der beschädigten Datei auf.</translation>
    </message>
    <message>
        <source>The desk was made by an older version of this program.</source>
        <translation>Der Desk wurde mit einer älteren Version dieses Programms erstellt.</translation>
    </message>
    <message>
        <source>Let the owner of the desk upgrade it.</source>
        <translation>Lassen Sie den Desk von seinem Besitzer aktualisieren.</translation>
    </message>
    <message>
        <source>The desk was made by a newer version of this program.</source>
        <translation>Der Desk wurde mit einer neueren Version dieses Programms erstellt.</translation>
    </message>
    <message>
        <source>Upgrade this program.</source>
        <translation>Aktualisieren Sie dieses Programm.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Im Programm ist ein interner Fehler aufgetreten.</translation>
    </message>
    <message>
        <source>Copy the details into a report to its makers.</source>
        <translation>Kopieren Sie die Details in einen Bericht an die Entwickler.</translation>
    </message>
    <message>
        <source>An attachment is larger than the service takes.</source>
        <translation>Ein Anhang ist größer, als der Dienst annimmt.</translation>
    </message>
    <message>
        <source>Attach something smaller, or ask an administrator of the desk.</source>
        <translation>Hängen Sie etwas Kleineres an, oder wenden Sie sich an einen Administrator des Desks.</translation>
    </message>
    <message>
        <source>Too many attachments of yours wait to be used.</source>
        <translation>Zu viele Ihrer Anhänge warten darauf, verwendet zu werden.</translation>
    </message>
    <message>
        <source>The service has no room for attachments.</source>
        <translation>Der Dienst hat keinen Platz für Anhänge.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Welcome to Deskhand</source>
        <translation>Willkommen bei Deskhand</translation>
    </message>
    <message>
        <source>A desk keeps the requests of the people you help. How do you want to begin?</source>
        <translation>Ein Desk enthält die Anfragen der Menschen, denen Sie helfen. Wie möchten Sie beginnen?</translation>
    </message>
    <message>
        <source>Open a desk file…</source>
        <translation>Desk-Datei öffnen…</translation>
    </message>
    <message>
        <source>My own desk</source>
        <translation>Mein eigener Desk</translation>
    </message>
    <message>
        <source>Everything can be changed later.</source>
        <translation>Alles lässt sich später ändern.</translation>
    </message>
    <message>
        <source>Name of the desk</source>
        <translation>Name des Desks</translation>
    </message>
    <message>
        <source>IT Support</source>
        <translation>IT-Support</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your mail address</source>
        <translation>Ihre E-Mail-Adresse</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Speicherort</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Make the desk</source>
        <translation>Desk anlegen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>My desks…</source>
        <translation>Meine Desks …</translation>
    </message>
</context>
<context>
    <name>ViewDialog</name>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Tickets</source>
        <translation>&amp;Tickets</translation>
    </message>
    <message>
        <source>&amp;Sorted by</source>
        <translation>&amp;Sortiert nach</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sortiert nach</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>A&amp;bsteigend</translation>
    </message>
    <message>
        <source>&amp;Grouped by</source>
        <translation>&amp;Gruppiert nach</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Gruppiert nach</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Zeilen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>S&amp;palten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>E&amp;verybody sees this view</source>
        <translation>Für &amp;alle sichtbar</translation>
    </message>
</context>
<context>
    <name>deskhand::AboutDialog</name>
    <message>
        <source>About Deskhand</source>
        <translation>Über Deskhand</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Deskhand</source>
        <translation>Deskhand</translation>
    </message>
    <message>
        <source>A service desk that is quick, keeps your work safe and needs no browser.</source>
        <translation>Ein Service-Desk, der schnell ist, Ihre Arbeit sicher aufbewahrt und keinen Browser braucht.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty. You may use, study, share and change it.</source>
        <translation>Freie Software unter der GNU General Public License, Version 3 oder neuer. Sie kommt ohne jede Gewährleistung. Sie dürfen sie nutzen, untersuchen, weitergeben und verändern.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Erstellt mit</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Für einen Fehlerbericht kopieren</translation>
    </message>
</context>
<context>
    <name>deskhand::AccountWindow</name>
    <message>
        <source>My account</source>
        <translation>Mein Konto</translation>
    </message>
    <message>
        <source>The list of computers could not be read or changed.</source>
        <translation>Die Liste der Computer konnte nicht gelesen oder geändert werden.</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Wo Sie angemeldet sind</translation>
    </message>
    <message>
        <source>Sign out there…</source>
        <translation>Dort abmelden…</translation>
    </message>
    <message>
        <source>Sign out everywhere else…</source>
        <translation>Überall sonst abmelden…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out on all other computers?</source>
        <translation>Auf allen anderen Computern abmelden?</translation>
    </message>
    <message>
        <source>They are signed out within a second, and have to sign in again.</source>
        <translation>Sie werden innerhalb einer Sekunde abgemeldet und müssen sich neu anmelden.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Besides the password, a code from an app on your phone is asked for when you sign in somewhere. Type your password to set it up or to take it away.</source>
        <translation>Außer dem Passwort wird dann ein Code aus einer App auf Ihrem Telefon verlangt, wenn Sie sich irgendwo anmelden. Geben Sie Ihr Passwort ein, um ihn einzurichten oder wegzunehmen.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Wegnehmen</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>Add an account in your authenticator with this key, then type the code that it shows.</source>
        <translation>Legen Sie in Ihrer Authenticator-App ein Konto mit diesem Schlüssel an, und geben Sie dann den Code ein, den sie zeigt.</translation>
    </message>
    <message>
        <source>Copy the key&apos;s address</source>
        <translation>Adresse des Schlüssels kopieren</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Sign “%1” out?</source>
        <translation>„%1“ abmelden?</translation>
    </message>
    <message>
        <source>It is signed out within a second, and has to sign in again.</source>
        <translation>Er wird innerhalb einer Sekunde abgemeldet und muss sich neu anmelden.</translation>
    </message>
    <message>
        <source>The second factor was not set up.</source>
        <translation>Der zweite Faktor wurde nicht eingerichtet.</translation>
    </message>
    <message>
        <source>Your second factor is set up. These recovery codes are shown this once: print them or keep them where your phone is not. Each lets you in once without the phone.</source>
        <translation>Ihr zweiter Faktor ist eingerichtet. Diese Wiederherstellungscodes werden nur dieses eine Mal gezeigt: Drucken Sie sie aus, oder verwahren Sie sie dort, wo Ihr Telefon nicht ist. Jeder lässt Sie einmal ohne Telefon hinein.</translation>
    </message>
    <message>
        <source>The second factor is taken away.</source>
        <translation>Der zweite Faktor ist weggenommen.</translation>
    </message>
    <message>
        <source>The second factor was not taken away.</source>
        <translation>Der zweite Faktor wurde nicht weggenommen.</translation>
    </message>
</context>
<context>
    <name>deskhand::ActionRow</name>
    <message>
        <source>What is done</source>
        <translation>Was getan wird</translation>
    </message>
    <message>
        <source>To whom or to what</source>
        <translation>Für wen oder wohin</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text der Notiz</translation>
    </message>
    <message>
        <source>{{ticket.number}} needs a look</source>
        <translation>Bitte nach {{ticket.number}} sehen</translation>
    </message>
    <message>
        <source>Take this action away</source>
        <translation>Diese Aktion entfernen</translation>
    </message>
</context>
<context>
    <name>deskhand::ActionRows</name>
    <message>
        <source>Add an action</source>
        <translation>Aktion hinzufügen</translation>
    </message>
</context>
<context>
    <name>deskhand::ActionSource</name>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>deskhand::ActionStrip</name>
    <message>
        <source>Marked tickets</source>
        <translation>Markierte Tickets</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständiger</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Clear marks</source>
        <translation>Markierungen aufheben</translation>
    </message>
    <message>
        <source>Clear marks (Esc)</source>
        <translation>Markierungen aufheben (Esc)</translation>
    </message>
    <message>
        <source>%L1 marked</source>
        <translation>%L1 markiert</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
</context>
<context>
    <name>deskhand::AffectedTickets</name>
    <message>
        <source>Which tickets</source>
        <translation>Welche Tickets</translation>
    </message>
    <message>
        <source>Tickets that change</source>
        <translation>Tickets, die sich ändern</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>tickets, how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Become overdue</source>
        <translation>Werden überfällig</translation>
    </message>
    <message>
        <source>Stop being overdue</source>
        <translation>Sind nicht mehr überfällig</translation>
    </message>
    <message>
        <source>Are re-timed</source>
        <translation>Werden neu berechnet</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>Die ersten %1 von %2 werden angezeigt.</translation>
    </message>
</context>
<context>
    <name>deskhand::AppearancePage</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>Design</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>hoher Kontrast</translation>
    </message>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>size of text</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
</context>
<context>
    <name>deskhand::ArticleCard</name>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>cc %1</source>
        <translation>Kopie %1</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Call to the requester</source>
        <translation>Anruf beim Anfragenden</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>Messenger</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Monitoring</translation>
    </message>
    <message>
        <source>Unknown sender</source>
        <translation>Unbekannter Absender</translation>
    </message>
</context>
<context>
    <name>deskhand::AttachmentActions</name>
    <message>
        <source>The file could not be read.</source>
        <translation>Die Datei konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The content is not what the name says: %1.</source>
        <translation>Der Inhalt entspricht nicht dem Namen: %1.</translation>
    </message>
    <message>
        <source>The picture is damaged or too large to show.</source>
        <translation>Das Bild ist beschädigt oder zu groß für die Anzeige.</translation>
    </message>
    <message>
        <source>File of a message</source>
        <translation>Datei einer Nachricht</translation>
    </message>
    <message>
        <source>“%1” is not opened.</source>
        <translation>„%1“ wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>It is %1. Programs and scripts from messages are never started; you can save it and have it checked.</source>
        <translation>Dateityp: %1. Programme und Skripte aus Nachrichten werden nie gestartet; Sie können die Datei speichern und prüfen lassen.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Open “%1” with another program?</source>
        <translation>„%1“ mit einem anderen Programm öffnen?</translation>
    </message>
    <message>
        <source>Its name promises another kind of file than its content is.</source>
        <translation>Der Name lässt eine andere Art von Datei erwarten, als der Inhalt ist.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The file was not saved.</source>
        <translation>Die Datei wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The file was not opened.</source>
        <translation>Die Datei wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
</context>
<context>
    <name>deskhand::AttachmentStrip</name>
    <message>
        <source>Attachments</source>
        <translation>Anhänge</translation>
    </message>
</context>
<context>
    <name>deskhand::CalendarDialog</name>
    <message>
        <source>The calendar was not saved.</source>
        <translation>Der Kalender wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>Bürozeiten</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>The next 14 days</source>
        <translation>Die nächsten 14 Tage</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Was wäre wenn…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>&amp;Woche</translation>
    </message>
    <message>
        <source>&amp;Holidays</source>
        <translation>&amp;Feiertage</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Ausprobieren</translation>
    </message>
    <message>
        <source>New calendar</source>
        <translation>Neuer Kalender</translation>
    </message>
    <message>
        <source>Calendar %1</source>
        <translation>Kalender %1</translation>
    </message>
    <message>
        <source>&amp;Holidays (%1 to confirm)</source>
        <translation>&amp;Feiertage (%1 zu bestätigen)</translation>
    </message>
    <message>
        <source>Shown as soon as there is a zone and some working time.</source>
        <translation>Wird angezeigt, sobald es eine Zeitzone und etwas Arbeitszeit gibt.</translation>
    </message>
    <message>
        <source>Local time of %1</source>
        <translation>Ortszeit von %1</translation>
    </message>
    <message>
        <source>A new version of %1</source>
        <translation>Eine neue Version von %1</translation>
    </message>
    <message>
        <source>If %1 had always been so</source>
        <translation>Wenn %1 schon immer so gewesen wäre</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Throw away what you changed?</source>
        <translation>Verwerfen, was Sie geändert haben?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>deskhand::CalendarListModel</name>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to be confirmed</source>
        <translation>
            <numerusform>%n Tag zu bestätigen</numerusform>
            <numerusform>%n Tage zu bestätigen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holiday(s)</source>
        <translation>
            <numerusform>%n Feiertag</numerusform>
            <numerusform>%n Feiertage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::CalendarPresenter</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>The calendar needs a name.</source>
        <translation>Der Kalender braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is a calendar with this name already.</source>
        <translation>Es gibt schon einen Kalender mit diesem Namen.</translation>
    </message>
    <message>
        <source>%1: write working times as 09:00–12:00, 13:00–17:00.</source>
        <translation>%1: Schreiben Sie Arbeitszeiten in der Form 09:00–12:00, 13:00–17:00.</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>Richtlinie %1</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>Queue %1</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1 · nothing goes by it yet</source>
        <translation>%1 · noch nicht verwendet</translation>
    </message>
    <message>
        <source>%1 · used by %2</source>
        <translation>%1 · verwendet von %2</translation>
    </message>
</context>
<context>
    <name>deskhand::CalendarsPage</name>
    <message>
        <source>The calendar was not changed.</source>
        <translation>Der Kalender wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Add a calendar…</source>
        <translation>Kalender hinzufügen…</translation>
    </message>
    <message>
        <source>working hours</source>
        <translation>Arbeitszeiten</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>ics</source>
        <translation>ics</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>Öffnungszeiten</translation>
    </message>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>When somebody works. Queues and policies say by which calendar their clocks go.</source>
        <translation>Wann jemand arbeitet. Queues und Richtlinien legen fest, nach welchem Kalender ihre Uhren gehen.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Business calendars</source>
        <translation>Geschäftskalender</translation>
    </message>
    <message>
        <source>No calendar yet</source>
        <translation>Noch kein Kalender</translation>
    </message>
    <message>
        <source>A calendar says when somebody works, so that clocks stand still at night and on holidays. Without one they run round the clock.</source>
        <translation>Ein Kalender sagt, wann jemand arbeitet, damit die Uhren nachts und an Feiertagen stillstehen. Ohne Kalender laufen sie rund um die Uhr.</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>%1 aktivieren</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>%1 deaktivieren</translation>
    </message>
</context>
<context>
    <name>deskhand::ChartPanel</name>
    <message>
        <source>Show as &amp;table</source>
        <translation>Als &amp;Tabelle zeigen</translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation>Als Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy as tab&amp;le</source>
        <translation>Als Tab&amp;elle kopieren</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken …</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>&amp;Speichern als</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Bild (PNG) …</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Zeichnung (SVG) …</translation>
    </message>
    <message>
        <source>Document (PDF)…</source>
        <translation>Dokument (PDF) …</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>Workbook (XLSX)…</source>
        <translation>Arbeitsmappe (XLSX) …</translation>
    </message>
    <message>
        <source>The chart was copied</source>
        <translation>Das Diagramm wurde kopiert</translation>
    </message>
    <message>
        <source>The table was copied</source>
        <translation>Die Tabelle wurde kopiert</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Diagramm</translation>
    </message>
    <message>
        <source>The chart was not saved.</source>
        <translation>Das Diagramm wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
</context>
<context>
    <name>deskhand::ChartView</name>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
</context>
<context>
    <name>deskhand::ChartWords</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Week from %1</source>
        <translation>Woche ab %1</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>Q%1 %2</source>
        <comment>quarter, year</comment>
        <translation>Q%1 %2</translation>
    </message>
    <message>
        <source>After %1</source>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>kein Wert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>value, note</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, not complete</source>
        <translation>%1, nicht vollständig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No data for this period</source>
        <translation>Keine Daten für diesen Zeitraum</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quartal</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Line chart</source>
        <translation>Liniendiagramm</translation>
    </message>
    <message>
        <source>Stacked area chart</source>
        <translation>Gestapeltes Flächendiagramm</translation>
    </message>
    <message>
        <source>Bar chart</source>
        <translation>Balkendiagramm</translation>
    </message>
    <message>
        <source>Stacked bar chart</source>
        <translation>Gestapeltes Balkendiagramm</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Survival curve</source>
        <translation>Überlebenskurve</translation>
    </message>
    <message>
        <source>Sparkline</source>
        <translation>Sparkline</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>kind of chart, why it is empty</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <comment>kind of chart, first, last</comment>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>%1: lowest %2 (%3), highest %4 (%5), last %6</source>
        <translation>%1: kleinster Wert %2 (%3), größter %4 (%5), letzter %6</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>MMM</source>
        <translation>MMM</translation>
    </message>
    <message>
        <source>Q%1</source>
        <comment>quarter</comment>
        <translation>Q%1</translation>
    </message>
</context>
<context>
    <name>deskhand::ChoicePopup</name>
    <message>
        <source>Nothing with this name</source>
        <translation>Nichts mit diesem Namen</translation>
    </message>
    <message>
        <source>set now</source>
        <translation>derzeit gesetzt</translation>
    </message>
</context>
<context>
    <name>deskhand::CommandPalette</name>
    <message>
        <source>Nothing matches. Try fewer letters, or another word.</source>
        <translation>Keine Treffer. Versuchen Sie weniger Buchstaben oder ein anderes Wort.</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Befehlspalette</translation>
    </message>
    <message>
        <source>Find an action, ticket, person or view</source>
        <translation>Aktion, Ticket, Person oder Ansicht suchen</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>↑↓ choose   ⏎ do it   Esc close   &gt; actions only</source>
        <translation>↑↓ auswählen   ⏎ ausführen   Esc schließen   &gt; nur Aktionen</translation>
    </message>
</context>
<context>
    <name>deskhand::CommandText</name>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Kommt wieder</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>jemand anders</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Neues Ticket</translation>
    </message>
    <message>
        <source>Change of %1</source>
        <translation>Änderung: %1</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Als gelesen markiert</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Als ungelesen markiert</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Unmerge</source>
        <translation>Zusammenführung aufheben</translation>
    </message>
    <message>
        <source>Splitting off</source>
        <translation>Abtrennen</translation>
    </message>
    <message>
        <source>Taking a reply back</source>
        <translation>Zurücknehmen einer Antwort</translation>
    </message>
    <message>
        <source>Sending a mail</source>
        <translation>Senden einer Mail</translation>
    </message>
    <message>
        <source>Change of a view</source>
        <translation>Änderung einer Ansicht</translation>
    </message>
    <message>
        <source>Reason why a target was missed</source>
        <translation>Grund für ein verfehltes Ziel</translation>
    </message>
    <message>
        <source>Change of the desk</source>
        <translation>Änderung am Desk</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message>
        <source>cc %1</source>
        <translation>Cc %1</translation>
    </message>
    <message>
        <source>Change of a report</source>
        <translation>Änderung eines Berichts</translation>
    </message>
    <message>
        <source>Discarding a held mail</source>
        <translation>Verwerfen einer zurückgehaltenen E-Mail</translation>
    </message>
    <message>
        <source>Letting a held mail in</source>
        <translation>Einlassen einer zurückgehaltenen E-Mail</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Tickets that are merged into it</source>
        <translation>Tickets, die damit zusammengeführt werden</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Logged work</source>
        <translation>Erfasster Aufwand</translation>
    </message>
    <message>
        <source>Removing logged work</source>
        <translation>Entfernen von erfasstem Aufwand</translation>
    </message>
</context>
<context>
    <name>deskhand::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>deskhand::ComplianceTable</name>
    <message>
        <source>Kept promises before and after</source>
        <translation>Eingehaltene Zusagen vorher und nachher</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Kept / missed</source>
        <translation>Eingehalten / verfehlt</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
</context>
<context>
    <name>deskhand::Composer</name>
    <message>
        <source>Composer</source>
        <translation>Editor</translation>
    </message>
    <message>
        <source>The draft could not be saved.</source>
        <translation>Der Entwurf konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>Draft not saved</source>
        <translation>Entwurf nicht gespeichert</translation>
    </message>
    <message>
        <source>It was not sent. Your text is still here.</source>
        <translation>Es wurde nichts gesendet. Ihr Text ist noch da.</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Make this internal note readable for the requester?</source>
        <translation>Diese interne Notiz für den Anfragenden lesbar machen?</translation>
    </message>
    <message>
        <source>What you wrote as an internal note would become part of a public message.</source>
        <translation>Was Sie als interne Notiz geschrieben haben, würde Teil einer öffentlichen Nachricht.</translation>
    </message>
    <message>
        <source>Keep it internal</source>
        <translation>Intern lassen</translation>
    </message>
    <message>
        <source>Make it public</source>
        <translation>Öffentlich machen</translation>
    </message>
    <message>
        <source>Go on writing…</source>
        <translation>Weiterschreiben…</translation>
    </message>
    <message>
        <source>Record of the call</source>
        <translation>Anrufprotokoll</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Quotes %1</source>
        <translation>Zitat: %1</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Entwurf gespeichert: %1</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>Entwurf verworfen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Too large to attach (25 MB in all): %1</source>
        <translation>Zu groß zum Anhängen (insgesamt 25 MB): %1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Konnte nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>picture.png</source>
        <translation>bild.png</translation>
    </message>
    <message>
        <source>The picture is too large to attach</source>
        <translation>Das Bild ist zu groß zum Anhängen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Add copies</source>
        <translation>Kopien hinzufügen</translation>
    </message>
    <message>
        <source>Close the composer and keep the draft</source>
        <translation>Editor schließen und Entwurf behalten</translation>
    </message>
    <message>
        <source>Close and keep the draft (Esc)</source>
        <translation>Schließen und Entwurf behalten (Esc)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>Kopien an</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>Hat angerufen</translation>
    </message>
    <message>
        <source>I called</source>
        <translation>Ich habe angerufen</translation>
    </message>
    <message>
        <source>Put the quoted message into the text to shorten it; the cross leaves it out</source>
        <translation>Die zitierte Nachricht zum Kürzen in den Text übernehmen; das Kreuz lässt sie weg</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Entwurf verwerfen</translation>
    </message>
    <message>
        <source>Send and set %1</source>
        <translation>Senden und auf „%1“ setzen</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Antworten</translation>
    </message>
    <message>
        <source>&amp;Internal note</source>
        <translation>&amp;Interne Notiz</translation>
    </message>
    <message>
        <source>Record a &amp;call</source>
        <translation>An&amp;ruf erfassen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Close the composer, keep the draft</source>
        <translation>Editor schließen, Entwurf behalten</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Dateien anhängen…</translation>
    </message>
    <message>
        <source>Only for your team</source>
        <translation>Nur für Ihr Team</translation>
    </message>
    <message>
        <source>Not sent yet: it goes by itself as soon as the desk is back.</source>
        <translation>Noch nicht gesendet: Es geht von selbst hinaus, sobald der Desk wieder da ist.</translation>
    </message>
    <message>
        <source>Not sent yet, as far as is known: the desk has not confirmed it.</source>
        <translation>Wohl noch nicht gesendet: Der Desk hat es nicht bestätigt.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Noch einmal senden</translation>
    </message>
    <message>
        <source>Send later, or set a state with it</source>
        <translation>Später senden oder dabei einen Status setzen</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Später senden</translation>
    </message>
</context>
<context>
    <name>deskhand::ComposerPresenter</name>
    <message>
        <source>Add internal note</source>
        <translation>Interne Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Log call with %1</source>
        <translation>Anruf mit %1 erfassen</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>Anruf erfassen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>An %1 senden</translation>
    </message>
    <message>
        <source>Send to %1 and %2</source>
        <translation>An %1 und %2 senden</translation>
    </message>
    <message numerus="yes">
        <source>Send to %1 and %n other(s)</source>
        <translation>
            <numerusform>An %1 und %n weitere Person senden</numerusform>
            <numerusform>An %1 und %n weitere Personen senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Only your team will see this…</source>
        <translation>Nur Ihr Team wird dies sehen…</translation>
    </message>
    <message>
        <source>What was said on the phone…</source>
        <translation>Was am Telefon gesagt wurde…</translation>
    </message>
    <message>
        <source>Write a reply…</source>
        <translation>Antwort schreiben…</translation>
    </message>
    <message>
        <source>Reply to %1…</source>
        <translation>Antwort an %1…</translation>
    </message>
</context>
<context>
    <name>deskhand::ConditionWords</name>
    <message>
        <source>There is no field “%1”.</source>
        <translation>Es gibt kein Feld „%1“.</translation>
    </message>
    <message>
        <source>Nothing is called “%1” here.</source>
        <translation>Hier heißt nichts „%1“.</translation>
    </message>
    <message>
        <source>“%1” could be several.</source>
        <translation>„%1“ ist mehrdeutig.</translation>
    </message>
    <message>
        <source>“%1” does not go with this field.</source>
        <translation>„%1“ passt nicht zu diesem Feld.</translation>
    </message>
    <message>
        <source>“%1” is no time: write 2d, -8h, now or 2026-11-21.</source>
        <translation>„%1“ ist keine Zeitangabe: Schreiben Sie 2d, -8h, now oder 2026-11-21.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>Nach „%1“ fehlt ein Wert.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>The closing parenthesis is missing.</source>
        <translation>Die schließende Klammer fehlt.</translation>
    </message>
    <message>
        <source>“%1” is not expected here.</source>
        <translation>„%1“ wird hier nicht erwartet.</translation>
    </message>
    <message>
        <source>Perhaps: %1</source>
        <translation>Vielleicht: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::ConflictBars</name>
    <message>
        <source>the subject</source>
        <translation>den Betreff</translation>
    </message>
    <message>
        <source>the state</source>
        <translation>den Status</translation>
    </message>
    <message>
        <source>the priority</source>
        <translation>die Priorität</translation>
    </message>
    <message>
        <source>the queue</source>
        <translation>die Queue</translation>
    </message>
    <message>
        <source>the category</source>
        <translation>die Kategorie</translation>
    </message>
    <message>
        <source>the owner</source>
        <translation>den Zuständigen</translation>
    </message>
    <message>
        <source>the requester</source>
        <translation>den Anfragenden</translation>
    </message>
    <message>
        <source>the tags</source>
        <translation>die Schlagwörter</translation>
    </message>
    <message>
        <source>the due date</source>
        <translation>das Fälligkeitsdatum</translation>
    </message>
    <message>
        <source>the reminder</source>
        <translation>die Erinnerung</translation>
    </message>
    <message>
        <source>Conflicting changes</source>
        <translation>Widersprüchliche Änderungen</translation>
    </message>
    <message>
        <source>%1 set %2 to “%3” while you chose “%4”.</source>
        <translation>%1 hat %2 auf „%3“ gesetzt, während Sie „%4“ gewählt haben.</translation>
    </message>
    <message>
        <source>Keep “%1”</source>
        <translation>„%1“ beibehalten</translation>
    </message>
    <message>
        <source>Set “%1”</source>
        <translation>„%1“ setzen</translation>
    </message>
    <message>
        <source>Keep theirs: %1</source>
        <translation>Deren Wert behalten: %1</translation>
    </message>
    <message>
        <source>Use mine: %1</source>
        <translation>Meinen Wert nehmen: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::ConflictTable</name>
    <message>
        <source>Both values</source>
        <translation>Beide Werte</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihrer</translation>
    </message>
    <message>
        <source>Theirs, which stays for now</source>
        <translation>Der andere, der vorerst bleibt</translation>
    </message>
    <message>
        <source>%1 (%2, %3)</source>
        <comment>a value, who, when</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
</context>
<context>
    <name>deskhand::ConflictText</name>
    <message>
        <source>none</source>
        <translation>keine Angabe</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
</context>
<context>
    <name>deskhand::ConnectionBar</name>
    <message>
        <source>The connection to the desk is lost; it is tried again and again.</source>
        <translation>Die Verbindung zum Desk ist weg; es wird immer wieder versucht.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>You see the desk as it was. You can go on: what you do is kept and sent when the desk is back.</source>
        <translation>Sie sehen den Desk, wie er war. Sie können weiterarbeiten: Was Sie tun, wird aufgehoben und gesendet, wenn der Desk wieder da ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours wait and are sent when the desk is back. You can go on working.</source>
        <translation>
            <numerusform>%n Änderung von Ihnen wartet und wird gesendet, wenn der Desk wieder da ist. Sie können weiterarbeiten.</numerusform>
            <numerusform>%n Änderungen von Ihnen warten und werden gesendet, wenn der Desk wieder da ist. Sie können weiterarbeiten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::ConnectionDialog</name>
    <message>
        <source>as set up on this computer</source>
        <translation>wie auf diesem Rechner eingerichtet</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie bisher</translation>
    </message>
    <message>
        <source>Server, database and user are needed.</source>
        <translation>Server, Datenbank und Benutzer werden gebraucht.</translation>
    </message>
    <message>
        <source>Only the name of the host goes into “Server”, without “https://” and the like.</source>
        <translation>In „Server“ gehört nur der Name des Rechners, ohne „https://“ und dergleichen.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Without encryption only a server on this computer can be used.</source>
        <translation>Ohne Verschlüsselung geht nur ein Server auf diesem Rechner.</translation>
    </message>
    <message>
        <source>There is no file of authorities at this place.</source>
        <translation>An dieser Stelle gibt es keine Datei mit Zertifizierungsstellen.</translation>
    </message>
    <message>
        <source>The server has to show a certificate for its name from an authority that you trust. If it cannot, nothing is sent.</source>
        <translation>Der Server muss ein Zertifikat für seinen Namen von einer Stelle vorweisen, der Sie vertrauen. Kann er das nicht, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Everybody on the way can read and change everything. Only for a server on this computer.</source>
        <translation>Wer auf dem Weg sitzt, kann alles lesen und verändern. Nur für einen Server auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Certificates of the trusted authorities</source>
        <translation>Zertifikate der vertrauten Stellen</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation>Zertifikate (*.crt *.pem *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;topp</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>“%1” answers: PostgreSQL %2, %3, %4 ms.</source>
        <translation>„%1“ antwortet: PostgreSQL %2, %3, %4 ms.</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>The password could not be put into the keychain.</source>
        <translation>Das Passwort konnte nicht in den Schlüsselbund gelegt werden.</translation>
    </message>
    <message>
        <source>Deskhand asks for it again the next time, and does not write it down anywhere else.</source>
        <translation>Deskhand fragt das nächste Mal wieder danach und schreibt es nirgendwo sonst auf.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>deskhand::CountingCard</name>
    <message>
        <source>How it is counted</source>
        <translation>Wie gezählt wird</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>How it is counted was copied</source>
        <translation>Die Zählweise wurde kopiert</translation>
    </message>
</context>
<context>
    <name>deskhand::DashboardPresenter</name>
    <message>
        <source>Shared with every agent</source>
        <translation>Mit allen Agenten geteilt</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>Geteilt von %1</translation>
    </message>
    <message>
        <source>“%1” was not saved.</source>
        <translation>„%1“ wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>„%1“ wurde nicht gelöscht.</translation>
    </message>
</context>
<context>
    <name>deskhand::DateDialog</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
</context>
<context>
    <name>deskhand::DaysPreview</name>
    <message>
        <source>The next 14 days</source>
        <translation>Die nächsten 14 Tage</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>open times, name of a holiday</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>deskhand::DeliveryText</name>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>und %n weitere Person</numerusform>
            <numerusform>und %n weitere Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sent to %n other(s)</source>
        <translation>
            <numerusform>an %n weiteren Empfänger gesendet</numerusform>
            <numerusform>an %n weitere Empfänger gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting: sends %1</source>
        <translation>Wartet, Versand: %1</translation>
    </message>
    <message>
        <source>Waiting to be tried again</source>
        <translation>Wartet auf einen neuen Versuch</translation>
    </message>
    <message>
        <source>Waiting for the mail server</source>
        <translation>Wartet auf den Mailserver</translation>
    </message>
    <message>
        <source>Not mailed</source>
        <translation>Nicht per E-Mail gesendet</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Verzögert</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Nicht zugestellt</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Zurückgekommen</translation>
    </message>
    <message>
        <source>Taken back before it was sent</source>
        <translation>Vor dem Senden zurückgenommen</translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n</source>
        <comment>number of recipients</comment>
        <translation>
            <numerusform>An %n Empfänger gesendet</numerusform>
            <numerusform>An %n Empfänger gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Delayed: %1</source>
        <translation>Verzögert: %1</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>Nicht zugestellt: %1</translation>
    </message>
    <message>
        <source>Bounced: %1</source>
        <translation>Zurückgekommen: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Next attempt %1</source>
        <translation>Nächster Versuch: %1</translation>
    </message>
    <message>
        <source>Sends %1</source>
        <translation>Versand: %1</translation>
    </message>
    <message>
        <source>Mail to this address bounced: %1</source>
        <translation>E-Mail an diese Adresse kam zurück: %1</translation>
    </message>
    <message>
        <source>Mail to this address is delayed: %1</source>
        <translation>E-Mail an diese Adresse verzögert sich: %1</translation>
    </message>
    <message>
        <source>Mail to this address was refused: %1</source>
        <translation>E-Mail an diese Adresse wurde abgelehnt: %1</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>in %1 s</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>in %1 min</translation>
    </message>
</context>
<context>
    <name>deskhand::DeskEntrance</name>
    <message>
        <source>Connecting to “%1”</source>
        <translation>Verbindung zu „%1“ wird aufgebaut</translation>
    </message>
</context>
<context>
    <name>deskhand::DeskStatus</name>
    <message>
        <source>No desk is open</source>
        <translation>Kein Desk geöffnet</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Rechner</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>abgeglichen %1</translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n ausstehend</numerusform>
            <numerusform>%n ausstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>Connection lost %1, trying again</source>
        <translation>Verbindung weg (%1), neuer Versuch läuft</translation>
    </message>
</context>
<context>
    <name>deskhand::DeskStatusBar</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress of running work</source>
        <translation>Fortschritt laufender Aufgaben</translation>
    </message>
    <message>
        <source>Running work</source>
        <translation>Laufende Aufgaben</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Anhalten: %1</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n Entwurf</numerusform>
            <numerusform>%n Entwürfe</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits to be sent, and what is kept on this computer</source>
        <translation>Was auf das Senden wartet, und was auf diesem Computer liegt</translation>
    </message>
</context>
<context>
    <name>deskhand::DeskSwitchSource</name>
    <message>
        <source>Desks</source>
        <translation>Desks</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
</context>
<context>
    <name>deskhand::DesksWindow</name>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Verbinden …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen …</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>My desks</source>
        <translation>Meine Desks</translation>
    </message>
    <message>
        <source>No desks yet</source>
        <translation>Noch keine Desks</translation>
    </message>
    <message>
        <source>Every desk that you open is remembered here, so that you can go from one to another.</source>
        <translation>Jeder Desk, den Sie öffnen, wird hier behalten, damit Sie vom einen zum anderen wechseln können.</translation>
    </message>
    <message>
        <source>S&amp;witch desk…</source>
        <translation>Desk &amp;wechseln …</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>&amp;Connect to a team&apos;s desk…</source>
        <translation>Mit einem Team-Desk &amp;verbinden …</translation>
    </message>
    <message>
        <source>&amp;My desks…</source>
        <translation>&amp;Meine Desks …</translation>
    </message>
    <message>
        <source>Switch desk</source>
        <translation>Desk wechseln</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>Connect to a team&apos;s desk…</source>
        <translation>Mit einem Team-Desk verbinden …</translation>
    </message>
    <message>
        <source>Another desk on this computer…</source>
        <translation>Ein anderer Desk auf diesem Rechner …</translation>
    </message>
    <message>
        <source>Its password is taken out of the keychain. The desk itself stays as it is; drafts that you wrote for it stay on this computer.</source>
        <translation>Sein Passwort wird aus dem Schlüsselbund genommen. Der Desk selbst bleibt, wie er ist; Entwürfe, die Sie für ihn geschrieben haben, bleiben auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The file stays where it is.</source>
        <translation>Die Datei bleibt, wo sie ist.</translation>
    </message>
    <message>
        <source>Remove desk</source>
        <translation>Desk entfernen</translation>
    </message>
    <message>
        <source>Take “%1” out of your desks?</source>
        <translation>„%1“ aus Ihren Desks nehmen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>You are signed out here, and what is kept of it on this computer is removed, with all that has not arrived there. The desk itself stays as it is.</source>
        <translation>Sie werden hier abgemeldet, und was davon auf diesem Computer liegt, wird entfernt, mit allem, was dort noch nicht angekommen ist. Der Desk selbst bleibt, wie er ist.</translation>
    </message>
</context>
<context>
    <name>deskhand::DeviceListModel</name>
    <message>
        <source>Unnamed computer</source>
        <translation>Computer ohne Namen</translation>
    </message>
    <message>
        <source>%1 (this computer)</source>
        <translation>%1 (dieser Computer)</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>benutzt %1</translation>
    </message>
    <message>
        <source>used %1 from %2</source>
        <translation>benutzt %1 von %2</translation>
    </message>
</context>
<context>
    <name>deskhand::DraftListModel</name>
    <message>
        <source>A ticket that no longer exists</source>
        <translation>Ein Ticket, das nicht mehr existiert</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>New ticket without a subject</source>
        <translation>Neues Ticket ohne Betreff</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Interne Notiz</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Neues Ticket</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3: %4</source>
        <comment>kind of draft, ticket, when, text</comment>
        <translation>%1: %2, %3: %4</translation>
    </message>
</context>
<context>
    <name>deskhand::DraftsWindow</name>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>&amp;Drafts…</source>
        <translation>&amp;Entwürfe…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>Keine Entwürfe</translation>
    </message>
    <message>
        <source>What you begin to write and do not send is kept here, on this computer, until you send it or throw it away.</source>
        <translation>Was Sie zu schreiben beginnen und nicht senden, bleibt hier auf diesem Rechner, bis Sie es senden oder verwerfen.</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>Entwurf verworfen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Something new was written there meanwhile. It was kept.</source>
        <translation>Dort wurde inzwischen etwas Neues geschrieben. Es wurde behalten.</translation>
    </message>
</context>
<context>
    <name>deskhand::EditResult</name>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständiger</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Erinnerung</translation>
    </message>
    <message>
        <source>Tickets that were not changed</source>
        <translation>Nicht geänderte Tickets</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) changed, these were not:</source>
        <translation>
            <numerusform>%n Ticket geändert, diese nicht:</numerusform>
            <numerusform>%n Tickets geändert, diese nicht:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 set %2 to “%3” while you chose “%4”.</source>
        <translation>%1 hat %2 auf „%3“ gesetzt, während Sie „%4“ gewählt haben.</translation>
    </message>
    <message>
        <source>Keep “%1”</source>
        <translation>„%1“ beibehalten</translation>
    </message>
    <message>
        <source>#%1: keep theirs, %2</source>
        <translation>#%1: deren Wert behalten, %2</translation>
    </message>
    <message>
        <source>Set “%1”</source>
        <translation>„%1“ setzen</translation>
    </message>
    <message>
        <source>#%1: use mine, %2</source>
        <translation>#%1: meinen Wert nehmen, %2</translation>
    </message>
    <message>
        <source>kept “%1”</source>
        <translation>„%1“ beibehalten</translation>
    </message>
    <message>
        <source>set “%1”</source>
        <translation>„%1“ gesetzt</translation>
    </message>
</context>
<context>
    <name>deskhand::EmptyState</name>
    <message>
        <source>What to do here</source>
        <translation>Was hier zu tun ist</translation>
    </message>
</context>
<context>
    <name>deskhand::EmptyText</name>
    <message>
        <source>Nothing on your plate</source>
        <translation>Für Sie liegt nichts an</translation>
    </message>
    <message>
        <source>Unsolved tickets that you own are here. To take one, go to Unassigned, choose it and press M.</source>
        <translation>Hier stehen ungelöste Tickets, für die Sie zuständig sind. Um eines zu übernehmen, gehen Sie zu „Nicht zugewiesen“, wählen Sie es aus und drücken Sie M.</translation>
    </message>
    <message>
        <source>Everything has an owner</source>
        <translation>Alles hat einen Zuständigen</translation>
    </message>
    <message>
        <source>New tickets wait here until somebody takes them.</source>
        <translation>Neue Tickets warten hier, bis jemand sie übernimmt.</translation>
    </message>
    <message>
        <source>Nothing is due soon</source>
        <translation>Nichts ist bald fällig</translation>
    </message>
    <message>
        <source>Tickets that are overdue or due within two days are here, the most urgent first.</source>
        <translation>Hier stehen Tickets, die überfällig oder innerhalb von zwei Tagen fällig sind, die dringendsten zuerst.</translation>
    </message>
    <message>
        <source>You have read everything</source>
        <translation>Sie haben alles gelesen</translation>
    </message>
    <message>
        <source>Tickets with something that you have not read yet are here.</source>
        <translation>Hier stehen Tickets mit Inhalten, die Sie noch nicht gelesen haben.</translation>
    </message>
    <message>
        <source>No open tickets</source>
        <translation>Keine offenen Tickets</translation>
    </message>
    <message>
        <source>Every ticket that is new, open or waiting is here. Open one for somebody who called.</source>
        <translation>Hier stehen alle Tickets, die neu, offen oder wartend sind. Legen Sie eines für jemanden an, der angerufen hat.</translation>
    </message>
    <message>
        <source>This desk has no tickets yet</source>
        <translation>Dieser Desk hat noch keine Tickets</translation>
    </message>
    <message>
        <source>Open the first one, or bring in your mail with “deskhandctl import-mail”.</source>
        <translation>Legen Sie das erste an oder holen Sie Ihre E-Mails mit „deskhandctl import-mail“ herein.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>All words must be in one ticket. Try fewer or shorter words, or drop a field such as state:open.</source>
        <translation>Alle Wörter müssen in einem Ticket vorkommen. Versuchen Sie es mit weniger oder kürzeren Wörtern oder lassen Sie ein Feld wie state:open weg.</translation>
    </message>
    <message>
        <source>This queue is clear</source>
        <translation>Diese Queue ist leer</translation>
    </message>
    <message>
        <source>Unsolved tickets of this queue and the queues below it are here.</source>
        <translation>Hier stehen ungelöste Tickets dieser Queue und der ihr untergeordneten Queues.</translation>
    </message>
    <message>
        <source>Nothing matches this view</source>
        <translation>Nichts passt zu dieser Ansicht</translation>
    </message>
    <message>
        <source>Tickets appear here as soon as they match the view&apos;s condition.</source>
        <translation>Tickets erscheinen hier, sobald sie die Bedingung der Ansicht erfüllen.</translation>
    </message>
    <message>
        <source>Every reply arrived</source>
        <translation>Alle Antworten sind angekommen</translation>
    </message>
    <message>
        <source>Tickets whose newest reply was refused or came back are here.</source>
        <translation>Hier stehen Tickets, deren neueste Antwort abgelehnt wurde oder zurückgekommen ist.</translation>
    </message>
    <message>
        <source>Nothing was counted here</source>
        <translation>Hier wurde nichts gezählt</translation>
    </message>
    <message>
        <source>The value of the report is made of no ticket that you may see.</source>
        <translation>Der Wert des Berichts besteht aus keinem Ticket, das Sie sehen dürfen.</translation>
    </message>
</context>
<context>
    <name>deskhand::ErrorBanner</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>deskhand::FieldChoices</name>
    <message>
        <source>Set state</source>
        <translation>Status festlegen</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Wiedervorlage</translation>
    </message>
    <message>
        <source>Set priority</source>
        <translation>Priorität festlegen</translation>
    </message>
    <message>
        <source>Move to queue</source>
        <translation>In Queue verschieben</translation>
    </message>
    <message>
        <source>Set category</source>
        <translation>Kategorie festlegen</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>Keine Kategorie</translation>
    </message>
    <message>
        <source>Set owner</source>
        <translation>Zuständigen festlegen</translation>
    </message>
    <message>
        <source>%1 (me)</source>
        <translation>%1 (ich)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Set due</source>
        <translation>Fälligkeit festlegen</translation>
    </message>
    <message>
        <source>Another date…</source>
        <translation>Anderes Datum…</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Add or remove tag</source>
        <translation>Schlagwort hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>„%1“ hinzufügen</translation>
    </message>
</context>
<context>
    <name>deskhand::FormatBar</name>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Unterstrichen</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Aufzählung</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Nummerierte Liste</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Link…</translation>
    </message>
    <message>
        <source>Remove formats</source>
        <translation>Formatierung entfernen</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Dateien anhängen…</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Address of the page or mail</source>
        <translation>Webadresse oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Paste as plain text</source>
        <translation>Als reinen Text einfügen</translation>
    </message>
</context>
<context>
    <name>deskhand::GuardBar</name>
    <message>
        <source>Look again before this leaves</source>
        <translation>Sehen Sie noch einmal hin, bevor dies gesendet wird</translation>
    </message>
    <message>
        <source>Not sent yet. Look again:</source>
        <translation>Noch nicht gesendet. Sehen Sie noch einmal hin:</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Dateien anhängen…</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
</context>
<context>
    <name>deskhand::GuardWords</name>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>und %n weitere Person</numerusform>
            <numerusform>und %n weitere Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>New to this ticket, from outside: %1</source>
        <translation>Neu in diesem Ticket, von außerhalb: %1</translation>
    </message>
    <message numerus="yes">
        <source>It goes to %n people.</source>
        <comment>number of recipients</comment>
        <translation>
            <numerusform>Geht an %n Person.</numerusform>
            <numerusform>Geht an %n Personen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The ticket has another requester now; this goes to the former one: %1</source>
        <translation>Das Ticket hat inzwischen einen anderen Anfragenden; dies geht an den früheren: %1</translation>
    </message>
    <message>
        <source>This is an address of your own desk: %1</source>
        <translation>Dies ist eine Adresse Ihres eigenen Desks: %1</translation>
    </message>
    <message>
        <source>Left out of the conversation by the newest mail: %1</source>
        <translation>In der neuesten E-Mail nicht mehr beteiligt: %1</translation>
    </message>
    <message>
        <source>Words of an internal note stand in it: “%1”</source>
        <translation>Enthält Worte aus einer internen Notiz: „%1“</translation>
    </message>
    <message>
        <source>It says “%1”, but no file is attached.</source>
        <translation>Im Text steht „%1“, aber es ist keine Datei angehängt.</translation>
    </message>
</context>
<context>
    <name>deskhand::HeldBar</name>
    <message numerus="yes">
        <source>Not sent: %n new message(s) arrived while you were writing.</source>
        <translation>
            <numerusform>Nicht gesendet: Während Sie schrieben, ist %n neue Nachricht eingegangen.</numerusform>
            <numerusform>Nicht gesendet: Während Sie schrieben, sind %n neue Nachrichten eingegangen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent: %n new messages while you were writing, the newest by %1, %2.</source>
        <translation>
            <numerusform>Nicht gesendet: %n neue Nachricht, während Sie schrieben, von %1, %2.</numerusform>
            <numerusform>Nicht gesendet: %n neue Nachrichten, während Sie schrieben, die neueste von %1, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: %1 added an internal note, %2.</source>
        <translation>Nicht gesendet: %1 hat eine interne Notiz hinzugefügt, %2.</translation>
    </message>
    <message>
        <source>Not sent: %1 has replied already, %2.</source>
        <translation>Nicht gesendet: %1 hat bereits geantwortet, %2.</translation>
    </message>
    <message>
        <source>Not sent: %1 has written again, %2.</source>
        <translation>Nicht gesendet: %1 hat noch einmal geschrieben, %2.</translation>
    </message>
    <message>
        <source>Your text is held</source>
        <translation>Ihr Text wird zurückgehalten</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Goes to what is new; your text stays here</source>
        <translation>Geht zum Neuen; Ihr Text bleibt hier</translation>
    </message>
    <message>
        <source>Throw mine away</source>
        <translation>Meinen Text verwerfen</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>deskhand::HeldMailBar</name>
    <message>
        <source>Mail that claims this ticket</source>
        <translation>E-Mails, die sich auf dieses Ticket berufen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) from an unknown address claim this ticket.</source>
        <translation>
            <numerusform>%n E-Mail von einer unbekannten Adresse beruft sich auf dieses Ticket.</numerusform>
            <numerusform>%n E-Mails von einer unbekannten Adresse berufen sich auf dieses Ticket.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::HeldMailModel</name>
    <message>
        <source>Unknown sender</source>
        <translation>Unbekannter Absender</translation>
    </message>
    <message>
        <source>Too many mails</source>
        <translation>Zu viele E-Mails</translation>
    </message>
    <message>
        <source>Mail loop</source>
        <translation>E-Mail-Schleife</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>Eigene Adresse</translation>
    </message>
    <message>
        <source>It claims ticket #%1, but its sender has had no part in that ticket so far.</source>
        <translation>Sie beruft sich auf Ticket #%1, doch der Absender war an diesem Ticket bisher nicht beteiligt.</translation>
    </message>
    <message>
        <source>Its sender has opened very many tickets in a short time.</source>
        <translation>Der Absender hat in kurzer Zeit sehr viele Tickets eröffnet.</translation>
    </message>
    <message>
        <source>It goes round between machines that answer each other.</source>
        <translation>Sie kreist zwischen Automaten, die einander antworten.</translation>
    </message>
    <message>
        <source>It says that it comes from an address of this desk, and the mail server did not confirm it.</source>
        <translation>Sie gibt vor, von einer Adresse dieses Desks zu kommen, und der Mailserver hat das nicht bestätigt.</translation>
    </message>
    <message>
        <source>Without a subject</source>
        <translation>Ohne Betreff</translation>
    </message>
    <message>
        <source>Unknown sender for #%1</source>
        <translation>Unbekannter Absender für #%1</translation>
    </message>
    <message>
        <source>%1, from %2, %3. %4</source>
        <comment>subject, sender, when, why it waits</comment>
        <translation>%1, von %2, %3. %4</translation>
    </message>
</context>
<context>
    <name>deskhand::HeldMailWindow</name>
    <message>
        <source>Held mail</source>
        <translation>Zurückgehaltene E-Mails</translation>
    </message>
    <message>
        <source>&amp;Held mail…</source>
        <translation>&amp;Zurückgehaltene E-Mails…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>No mail waits for you</source>
        <translation>Keine E-Mail wartet auf Sie</translation>
    </message>
    <message>
        <source>A mail that claims a ticket without having a part in it, or that looks like a loop, waits here until somebody decides.</source>
        <translation>Eine E-Mail, die sich auf ein Ticket beruft, ohne daran beteiligt zu sein, oder die nach einer Schleife aussieht, wartet hier, bis jemand entscheidet.</translation>
    </message>
    <message>
        <source>Text of the mail</source>
        <translation>Text der E-Mail</translation>
    </message>
    <message>
        <source>Trust this sender in this ticket</source>
        <translation>Diesem Absender in diesem Ticket vertrauen</translation>
    </message>
    <message>
        <source>Further mails of this address about the ticket are not held</source>
        <translation>Weitere E-Mails dieser Adresse zum Ticket werden nicht zurückgehalten</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>Neues Ticket</translation>
    </message>
    <message>
        <source>Add to another ticket…</source>
        <translation>Zu anderem Ticket hinzufügen…</translation>
    </message>
    <message>
        <source>Add to the ticket</source>
        <translation>Zum Ticket hinzufügen</translation>
    </message>
    <message>
        <source>Nothing was changed. The mail is still here.</source>
        <translation>Es wurde nichts geändert. Die E-Mail ist noch hier.</translation>
    </message>
    <message>
        <source>The mail was discarded</source>
        <translation>Die E-Mail wurde verworfen</translation>
    </message>
    <message>
        <source>The mail was added to #%1</source>
        <translation>Die E-Mail wurde zu #%1 hinzugefügt</translation>
    </message>
    <message>
        <source>The mail became ticket #%1</source>
        <translation>Die E-Mail wurde zu Ticket #%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Add to #%1</source>
        <translation>Zu #%1 hinzufügen</translation>
    </message>
    <message>
        <source>Another ticket…</source>
        <translation>Anderes Ticket…</translation>
    </message>
    <message>
        <source>Add to a ticket…</source>
        <translation>Zu einem Ticket hinzufügen…</translation>
    </message>
    <message>
        <source>From %1, %2</source>
        <comment>sender, when</comment>
        <translation>Von %1, %2</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>Quelltext anzeigen</translation>
    </message>
    <message>
        <source>The source of the mail could not be read.</source>
        <translation>Der Quelltext der E-Mail konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>
… (only the beginning is shown)</source>
        <translation>
… (nur der Anfang wird angezeigt)</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Text anzeigen</translation>
    </message>
    <message>
        <source>Add to a ticket</source>
        <translation>Zu einem Ticket hinzufügen</translation>
    </message>
    <message>
        <source>Number of the ticket</source>
        <translation>Nummer des Tickets</translation>
    </message>
    <message>
        <source>There is no ticket #%1 that you can see.</source>
        <translation>Es gibt kein Ticket #%1, das Sie sehen können.</translation>
    </message>
    <message>
        <source>Discard this mail?</source>
        <translation>Diese E-Mail verwerfen?</translation>
    </message>
    <message>
        <source>It becomes no ticket and is answered by nobody. The raw mail stays in the archive of the desk.</source>
        <translation>Sie wird zu keinem Ticket und von niemandem beantwortet. Die Rohfassung der E-Mail bleibt im Archiv des Desks.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>deskhand::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Seiten des Handbuchs</translation>
    </message>
    <message>
        <source>Text of the manual</source>
        <translation>Text des Handbuchs</translation>
    </message>
</context>
<context>
    <name>deskhand::History</name>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständiger</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fälligkeit</translation>
    </message>
    <message>
        <source>Pending until</source>
        <translation>Wiedervorlage</translation>
    </message>
    <message>
        <source>added tag %1</source>
        <translation>fügte das Schlagwort %1 hinzu</translation>
    </message>
    <message>
        <source>removed tag %1</source>
        <translation>entfernte das Schlagwort %1</translation>
    </message>
    <message>
        <source>changed the tags</source>
        <translation>änderte die Schlagwörter</translation>
    </message>
    <message>
        <source>removed the owner</source>
        <translation>entfernte den Zuständigen</translation>
    </message>
    <message>
        <source>released the ticket from %1</source>
        <translation>nahm %1 die Zuständigkeit</translation>
    </message>
    <message>
        <source>cleared %1</source>
        <translation>leerte %1</translation>
    </message>
    <message>
        <source>changed %1 from %2 to %3</source>
        <translation>änderte %1 von %2 auf %3</translation>
    </message>
    <message>
        <source>assigned it to %1</source>
        <translation>wies es %1 zu</translation>
    </message>
    <message>
        <source>moved it to %1</source>
        <translation>verschob es nach %1</translation>
    </message>
    <message>
        <source>changed the subject to “%1”</source>
        <translation>änderte den Betreff in „%1“</translation>
    </message>
    <message>
        <source>set %1 to %2</source>
        <translation>setzte %1 auf %2</translation>
    </message>
    <message>
        <source>by the first reply</source>
        <translation>durch die erste Antwort</translation>
    </message>
    <message>
        <source>because the requester wrote again</source>
        <translation>weil der Anfragende wieder schrieb</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Deskhand</source>
        <translation>Deskhand</translation>
    </message>
    <message>
        <source>opened the ticket</source>
        <translation>eröffnete das Ticket</translation>
    </message>
    <message>
        <source>wrote in the thread</source>
        <translation>schrieb in die Unterhaltung</translation>
    </message>
    <message>
        <source>wrote: %1</source>
        <translation>schrieb: %1</translation>
    </message>
    <message>
        <source>imported it</source>
        <translation>importierte es</translation>
    </message>
    <message>
        <source>wanted to change something that somebody else had just changed</source>
        <translation>wollte etwas ändern, das jemand anderes gerade geändert hatte</translation>
    </message>
    <message>
        <source>wanted %1 %2; %3 stayed, as somebody had just set it</source>
        <translation>wollte %1 %2; %3 blieb, da es jemand gerade gesetzt hatte</translation>
    </message>
    <message>
        <source>because the reply was taken back</source>
        <translation>weil die Antwort zurückgenommen wurde</translation>
    </message>
    <message>
        <source>only says thank you</source>
        <translation>nur ein Dank</translation>
    </message>
    <message>
        <source>an automatic answer</source>
        <translation>eine automatische Antwort</translation>
    </message>
    <message>
        <source>for a mail</source>
        <translation>wegen einer E-Mail</translation>
    </message>
    <message>
        <source>took a reply back before it was sent</source>
        <translation>nahm eine Antwort vor dem Senden zurück</translation>
    </message>
    <message>
        <source>noted that the mail to %1 came back</source>
        <translation>vermerkte, dass die E-Mail an %1 zurückkam</translation>
    </message>
    <message>
        <source>could not deliver the mail to %1</source>
        <translation>konnte die E-Mail an %1 nicht zustellen</translation>
    </message>
    <message>
        <source>let %1 take part in the ticket</source>
        <translation>ließ %1 am Ticket teilnehmen</translation>
    </message>
    <message>
        <source>opened it as a follow-up to #%1</source>
        <translation>eröffnete es als Folgeticket zu #%1</translation>
    </message>
    <message>
        <source>followed it up in #%1</source>
        <translation>führte es in #%1 fort</translation>
    </message>
    <message>
        <source>wrote from an agent&apos;s address, which nothing proves</source>
        <translation>schrieb von der Adresse eines Agenten, ohne dass etwas dies belegt</translation>
    </message>
    <message>
        <source>acknowledged it to %1</source>
        <translation>bestätigte %1 den Eingang</translation>
    </message>
    <message>
        <source>by the policy %1</source>
        <translation>nach der Richtlinie %1</translation>
    </message>
    <message>
        <source>%1 (cycle %2)</source>
        <comment>a target</comment>
        <translation>%1 (Zyklus %2)</translation>
    </message>
    <message>
        <source>noted that %1 was missed, %2</source>
        <comment>a target, when</comment>
        <translation>vermerkte, dass „%1“ verfehlt wurde, %2</translation>
    </message>
    <message>
        <source>noted %1: %2, reached %3</source>
        <comment>a target, a warning as “at 75 %”, when</comment>
        <translation>vermerkte %1: %2, erreicht %3</translation>
    </message>
    <message>
        <source>took back why %1 was missed</source>
        <comment>a target</comment>
        <translation>nahm zurück, warum „%1“ verfehlt wurde</translation>
    </message>
    <message>
        <source>noted why %1 was missed: %2</source>
        <comment>a target, a reason</comment>
        <translation>vermerkte, warum „%1“ verfehlt wurde: %2</translation>
    </message>
    <message>
        <source>saved the policy %1</source>
        <translation>speicherte die Richtlinie %1</translation>
    </message>
    <message>
        <source>saved the calendar %1</source>
        <translation>speicherte den Kalender %1</translation>
    </message>
    <message>
        <source>merged #%1 into this ticket</source>
        <translation>hat #%1 in dieses Ticket aufgenommen</translation>
    </message>
    <message>
        <source>merged this ticket into #%1</source>
        <translation>hat dieses Ticket in #%1 aufgenommen</translation>
    </message>
    <message>
        <source>parted it from #%1 again</source>
        <translation>hat es wieder von #%1 getrennt</translation>
    </message>
    <message>
        <source>split off #%1</source>
        <translation>hat #%1 abgetrennt</translation>
    </message>
    <message>
        <source>split it off from #%1</source>
        <translation>hat es von #%1 abgetrennt</translation>
    </message>
    <message>
        <source>worked on it in the other desk</source>
        <translation>hat im anderen Desk daran gearbeitet</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a duration, what kind of work</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>logged work: %1</source>
        <translation>erfasste Aufwand: %1</translation>
    </message>
    <message>
        <source>removed logged work: %1</source>
        <translation>entfernte erfassten Aufwand: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::HistoryList</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>deskhand::HolidayDialog</name>
    <message>
        <source>Holiday</source>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Which one of the month</source>
        <translation>Der wievielte im Monat</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erster</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweiter</translation>
    </message>
    <message>
        <source>third</source>
        <translation>dritter</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierter</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>fünfter</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source> days from Easter Sunday</source>
        <translation> Tage ab Ostersonntag</translation>
    </message>
    <message>
        <source>On a date</source>
        <translation>An einem Datum</translation>
    </message>
    <message>
        <source>From a date to a date</source>
        <translation>Von einem Datum bis zu einem Datum</translation>
    </message>
    <message>
        <source>Every year on a day</source>
        <translation>Jedes Jahr an einem Tag</translation>
    </message>
    <message>
        <source>Every year from a day to a day</source>
        <translation>Jedes Jahr von einem Tag bis zu einem Tag</translation>
    </message>
    <message>
        <source>A weekday of a month</source>
        <translation>Ein Wochentag eines Monats</translation>
    </message>
    <message>
        <source>Days before or after Easter</source>
        <translation>Tage vor oder nach Ostern</translation>
    </message>
    <message>
        <source>Christmas Eve</source>
        <translation>Heiligabend</translation>
    </message>
    <message>
        <source>The whole day is closed</source>
        <translation>Der ganze Tag ist geschlossen</translation>
    </message>
    <message>
        <source>Closed from</source>
        <translation>Geschlossen von</translation>
    </message>
    <message>
        <source>Closed until</source>
        <translation>Geschlossen bis</translation>
    </message>
    <message>
        <source>to the end of the day</source>
        <translation>bis zum Ende des Tages</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a time</comment>
        <translation>bis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Both are included; it may go over New Year.</source>
        <translation>Beide Tage zählen dazu; der Zeitraum darf über Neujahr gehen.</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>-2 is Good Friday, 1 Easter Monday, 39 Ascension Day.</source>
        <translation>-2 ist Karfreitag, 1 Ostermontag, 39 Christi Himmelfahrt.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Er endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>The part of the day ends before it begins.</source>
        <translation>Der Teil des Tages endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>Next on %1</source>
        <translation>Nächstes Mal: %1</translation>
    </message>
    <message>
        <source>It lies in the past, or there is no such day.</source>
        <translation>Er liegt in der Vergangenheit, oder es gibt keinen solchen Tag.</translation>
    </message>
</context>
<context>
    <name>deskhand::HolidaysPanel</name>
    <message>
        <source>Holidays</source>
        <translation>Feiertage</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächstes Mal</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Import .ics…</source>
        <translation>.ics importieren…</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>Alle bestätigen</translation>
    </message>
    <message>
        <source>Discard all</source>
        <translation>Alle verwerfen</translation>
    </message>
    <message>
        <source>No holidays yet. Add them one by one, or import the calendar file of your country or region; imported days count when somebody has confirmed them.</source>
        <translation>Noch keine Feiertage. Fügen Sie sie einzeln hinzu, oder importieren Sie die Kalenderdatei Ihres Landes oder Ihrer Region; importierte Tage zählen, sobald jemand sie bestätigt hat.</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(kein Name)</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>ganztägig</translation>
    </message>
    <message>
        <source>past</source>
        <translation>vergangen</translation>
    </message>
    <message>
        <source>Imported and not confirmed: it does not count yet.</source>
        <translation>Importiert und nicht bestätigt: Er zählt noch nicht.</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>zu bestätigen</translation>
    </message>
    <message numerus="yes">
        <source>%n imported day(s) do not count before they are confirmed.</source>
        <translation>
            <numerusform>%n importierter Tag zählt erst, wenn er bestätigt ist.</numerusform>
            <numerusform>%n importierte Tage zählen erst, wenn sie bestätigt sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import holidays</source>
        <translation>Feiertage importieren</translation>
    </message>
    <message>
        <source>Calendars (*.ics *.ical *.ifb);;All files (*)</source>
        <translation>Kalender (*.ics *.ical *.ifb);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 wurde nicht importiert.</translation>
    </message>
    <message>
        <source>%1 has no day that is not here already.</source>
        <translation>%1 enthält keinen Tag, der nicht schon hier steht.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) taken out of %1.</source>
        <translation>
            <numerusform>%n Tag aus %1 übernommen.</numerusform>
            <numerusform>%n Tage aus %1 übernommen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::ImpactLine</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Counting what changes</source>
        <translation>Änderungen werden gezählt</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Zählen stoppen</translation>
    </message>
    <message>
        <source>Counting what changes…</source>
        <translation>Änderungen werden gezählt…</translation>
    </message>
    <message>
        <source>Not counted: it was stopped.</source>
        <translation>Nicht gezählt: Das Zählen wurde gestoppt.</translation>
    </message>
    <message>
        <source>What changes could not be counted: %1</source>
        <translation>Die Änderungen konnten nicht gezählt werden: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::Ledger</name>
    <message>
        <source>d MMM</source>
        <comment>day and short month, as QLocale writes formats</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>holiday: %1</source>
        <translation>Feiertag: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>times of day and what they were</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 – %2, %n day(s)</source>
        <comment>first and last day</comment>
        <translation>
            <numerusform>%1 – %2, %n Tag</numerusform>
            <numerusform>%1 – %2, %n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::LedgerPopup</name>
    <message>
        <source>Show every interval</source>
        <translation>Alle Abschnitte anzeigen</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>What was counted and why</source>
        <translation>Was gezählt wurde und warum</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Abschnitte</translation>
    </message>
</context>
<context>
    <name>deskhand::LevelsPanel</name>
    <message>
        <source>Warnings and escalations</source>
        <translation>Warnungen und Eskalationen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>When so much of the time is used up (percent)</source>
        <translation>Wenn so viel der Zeit verbraucht ist (Prozent)</translation>
    </message>
    <message>
        <source>Before it is due</source>
        <translation>Vor der Fälligkeit</translation>
    </message>
    <message>
        <source>After it was due</source>
        <translation>Nach der Fälligkeit</translation>
    </message>
    <message>
        <source>Measured in working time</source>
        <translation>In Arbeitszeit gemessen</translation>
    </message>
    <message>
        <source>At night wait for the next working hours</source>
        <translation>Nachts auf die nächste Arbeitszeit warten</translation>
    </message>
    <message>
        <source>Always, or: is:unassigned</source>
        <translation>Immer, oder: is:unassigned</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>May be empty.</source>
        <translation>Darf leer sein.</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>None checked: all of the policy.</source>
        <translation>Keines angekreuzt: alle der Richtlinie.</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>Nur wenn</translation>
    </message>
    <message>
        <source>Asked when the level is reached.</source>
        <translation>Wird geprüft, wenn die Stufe erreicht ist.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>The chosen level</source>
        <translation>Die ausgewählte Stufe</translation>
    </message>
    <message>
        <source>nothing is done</source>
        <translation>es wird nichts getan</translation>
    </message>
    <message>
        <source>Write a number of percent, as 75.</source>
        <translation>Schreiben Sie eine Prozentzahl, etwa 75.</translation>
    </message>
    <message>
        <source>Write it in minutes or hours.</source>
        <translation>Schreiben Sie es in Minuten oder Stunden.</translation>
    </message>
</context>
<context>
    <name>deskhand::LinkOpener</name>
    <message>
        <source>The text says “%1”, but the link goes to “%2”.</source>
        <translation>Der Text nennt „%1“, der Link führt aber zu „%2“.</translation>
    </message>
    <message>
        <source>The name “%1” has letters that can look like others. Its exact name is “%2”.</source>
        <translation>Der Name „%1“ enthält Buchstaben, die anderen ähnlich sehen können. Genau heißt er „%2“.</translation>
    </message>
    <message>
        <source>The link had a name before the host, which can make it look like another. It goes to “%1”.</source>
        <translation>Vor dem Rechnernamen des Links stand ein weiterer Name, durch den er wie ein anderer aussehen kann. Er führt zu „%1“.</translation>
    </message>
    <message>
        <source>Links of the kind “%1” are never opened from messages.</source>
        <translation>Links der Art „%1“ werden aus Nachrichten nie geöffnet.</translation>
    </message>
    <message>
        <source>This is not an address that can be opened.</source>
        <translation>Diese Adresse kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Link in a message</source>
        <translation>Link in einer Nachricht</translation>
    </message>
    <message>
        <source>This link is not opened.</source>
        <translation>Dieser Link wird nicht geöffnet.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open %1?</source>
        <translation>%1 öffnen?</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Nicht öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
</context>
<context>
    <name>deskhand::ListArea</name>
    <message>
        <source>Ticket list</source>
        <translation>Ticketliste</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>Tickets suchen</translation>
    </message>
    <message>
        <source>Search: words, state:open, owner:me…</source>
        <translation>Suche: Wörter, state:open, owner:me…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Next ticket in the list</source>
        <translation>Nächstes Ticket in der Liste</translation>
    </message>
    <message>
        <source>Previous ticket in the list</source>
        <translation>Vorheriges Ticket in der Liste</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>Ticket öffnen</translation>
    </message>
    <message>
        <source>One or two &amp;lines a ticket</source>
        <translation>Ein oder zwei &amp;Zeilen pro Ticket</translation>
    </message>
    <message>
        <source>S&amp;ort tickets…</source>
        <translation>Tickets s&amp;ortieren…</translation>
    </message>
    <message>
        <source>&amp;Groups, columns and density…</source>
        <translation>&amp;Gruppen, Spalten und Dichte…</translation>
    </message>
    <message>
        <source>&amp;Refresh list</source>
        <translation>Liste &amp;aktualisieren</translation>
    </message>
    <message>
        <source>Save as &amp;view…</source>
        <translation>Als A&amp;nsicht speichern…</translation>
    </message>
    <message>
        <source>&amp;Mark ticket</source>
        <translation>Ticket &amp;markieren</translation>
    </message>
    <message>
        <source>Mark &amp;downwards</source>
        <translation>Nach &amp;unten markieren</translation>
    </message>
    <message>
        <source>Mark &amp;upwards</source>
        <translation>Nach o&amp;ben markieren</translation>
    </message>
    <message>
        <source>&amp;Clear marks</source>
        <translation>Markierungen au&amp;fheben</translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>Die Liste konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Only what is on this computer: the service cannot be reached.</source>
        <translation>Nur was auf diesem Computer liegt: Der Dienst ist nicht erreichbar.</translation>
    </message>
</context>
<context>
    <name>deskhand::ListHeader</name>
    <message>
        <source>How the list is shown</source>
        <translation>Darstellung der Liste</translation>
    </message>
    <message>
        <source>Density, columns, groups</source>
        <translation>Dichte, Spalten, Gruppen</translation>
    </message>
    <message>
        <source>%L1+</source>
        <comment>more than this number of tickets</comment>
        <translation>%L1+</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket</numerusform>
            <numerusform>%n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Beste Treffer</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>Sortiert nach %1</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Absteigend</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Aufsteigend</translation>
    </message>
    <message>
        <source>Two lines</source>
        <translation>Zwei Zeilen</translation>
    </message>
    <message>
        <source>One line with columns</source>
        <translation>Eine Zeile mit Spalten</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Gruppieren nach</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Als Ansicht speichern…</translation>
    </message>
    <message>
        <source>Edit view…</source>
        <translation>Ansicht bearbeiten…</translation>
    </message>
    <message>
        <source>Show as it was at first</source>
        <translation>Ursprüngliche Darstellung wiederherstellen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>Zurück zum Bericht</translation>
    </message>
</context>
<context>
    <name>deskhand::MailPage</name>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>Es wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>undo send</source>
        <translation>Senden zurücknehmen</translation>
    </message>
    <message>
        <source>reply all</source>
        <translation>allen antworten</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>Schleifen</translation>
    </message>
    <message>
        <source>quarantine</source>
        <translation>Quarantäne</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>Eingangsbestätigung</translation>
    </message>
    <message>
        <source>My replies</source>
        <translation>Meine Antworten</translation>
    </message>
    <message>
        <source>Can be taken back</source>
        <translation>Zurücknehmbar</translation>
    </message>
    <message>
        <source>A reply leaves only then. Until then Ctrl+Z gives its draft back as it was.</source>
        <translation>Eine Antwort geht erst danach hinaus. Bis dahin holt Strg+Z ihren Entwurf unverändert zurück.</translation>
    </message>
    <message>
        <source>Replies of everybody</source>
        <translation>Antworten von allen</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>For those who have set nothing else. 0: replies leave at once. Usually 15.</source>
        <translation>Für alle, die nichts anderes eingestellt haben. 0: Antworten gehen sofort hinaus. Üblich sind 15.</translation>
    </message>
    <message>
        <source>Ask before replying to</source>
        <translation>Nachfragen bei Antworten an</translation>
    </message>
    <message>
        <source> or more people</source>
        <translation> oder mehr Personen</translation>
    </message>
    <message>
        <source>The recipient guard asks whether so many are meant. Usually 5.</source>
        <translation>Der Empfängerschutz fragt nach, ob so viele gemeint sind. Üblich sind 5.</translation>
    </message>
    <message>
        <source>Automatic mails: acknowledgements and the like</source>
        <translation>Automatische E-Mails: Eingangsbestätigungen und dergleichen</translation>
    </message>
    <message>
        <source>To one address</source>
        <translation>An eine Adresse</translation>
    </message>
    <message>
        <source> an hour</source>
        <translation> pro Stunde</translation>
    </message>
    <message>
        <source> a day</source>
        <translation> pro Tag</translation>
    </message>
    <message>
        <source>For one ticket</source>
        <translation>Für ein Ticket</translation>
    </message>
    <message>
        <source>Of the whole desk</source>
        <translation>Vom ganzen Desk</translation>
    </message>
    <message>
        <source>Two machines that answer each other would never end: beyond these numbers the desk says nothing. Usually 5, 20, 3 and 500.</source>
        <translation>Zwei Automaten, die einander antworten, kämen nie zum Ende: Oberhalb dieser Zahlen schweigt der Desk. Üblich sind 5, 20, 3 und 500.</translation>
    </message>
    <message>
        <source>To a stranger</source>
        <translation>An Fremde</translation>
    </message>
    <message>
        <source>Somebody whom nobody here has ever answered, and whose address may be forged. Usually 1.</source>
        <translation>Jemand, dem hier noch nie geantwortet wurde und dessen Adresse gefälscht sein kann. Üblich ist 1.</translation>
    </message>
    <message>
        <source>Too many new tickets</source>
        <translation>Zu viele neue Tickets</translation>
    </message>
    <message>
        <source>From one address</source>
        <translation>Von einer Adresse</translation>
    </message>
    <message>
        <source>More are quarantined until somebody decides; nothing is lost. Usually 20 and 60.</source>
        <translation>Weitere kommen in Quarantäne, bis jemand entscheidet; nichts geht verloren. Üblich sind 20 und 60.</translation>
    </message>
    <message>
        <source>What holds for the whole desk is set by its administrators: %1.</source>
        <translation>Was für den ganzen Desk gilt, legt dessen Administration fest: %1.</translation>
    </message>
    <message>
        <source>As the desk has it: not at all</source>
        <translation>Wie im Desk eingestellt: gar nicht</translation>
    </message>
    <message numerus="yes">
        <source>As the desk has it: for %n s</source>
        <translation>
            <numerusform>Wie im Desk eingestellt: %n s lang</numerusform>
            <numerusform>Wie im Desk eingestellt: %n s lang</numerusform>
        </translation>
    </message>
    <message>
        <source>Not at all: they leave at once</source>
        <translation>Gar nicht: Sie gehen sofort hinaus</translation>
    </message>
    <message numerus="yes">
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>%n Minute lang</numerusform>
            <numerusform>%n Minuten lang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n second(s)</source>
        <translation>
            <numerusform>%n Sekunde lang</numerusform>
            <numerusform>%n Sekunden lang</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Sending and limits</source>
        <translation>Senden und Grenzen</translation>
    </message>
</context>
<context>
    <name>deskhand::MailPlace</name>
    <message>
        <source>&amp;Undo send</source>
        <translation>Senden &amp;zurücknehmen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>A mail was taken back. Its text is among your drafts.</source>
        <translation>Eine E-Mail wurde zurückgenommen. Ihr Text ist bei Ihren Entwürfen.</translation>
    </message>
    <message>
        <source>Too late: the mail has been sent. It stays in the ticket.</source>
        <translation>Zu spät: Die E-Mail wurde bereits gesendet. Sie bleibt im Ticket.</translation>
    </message>
    <message>
        <source>The mail was not taken back.</source>
        <translation>Die E-Mail wurde nicht zurückgenommen.</translation>
    </message>
    <message>
        <source>When the mail is sent was not changed.</source>
        <translation>Der Sendezeitpunkt der E-Mail wurde nicht geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%n held mail(s)</source>
        <translation>
            <numerusform>%n zurückgehaltene E-Mail</numerusform>
            <numerusform>%n zurückgehaltene E-Mails</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::MailServerFields</name>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>TLS from the first byte (usual)</source>
        <translation>TLS ab dem ersten Byte (üblich)</translation>
    </message>
    <message>
        <source>STARTTLS, required</source>
        <translation>STARTTLS, zwingend</translation>
    </message>
    <message>
        <source>None: only for a server on this computer</source>
        <translation>Keine: nur für einen Server auf diesem Rechner</translation>
    </message>
    <message>
        <source>With user and password</source>
        <translation>Mit Benutzer und Passwort</translation>
    </message>
    <message>
        <source>At the provider, in the browser (OAuth 2)</source>
        <translation>Beim Anbieter, im Browser (OAuth 2)</translation>
    </message>
    <message>
        <source>Not at all: the server knows this computer</source>
        <translation>Gar nicht: Der Server kennt diesen Rechner</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>saved; enter a new one to replace it</source>
        <translation>gespeichert; zum Ersetzen ein neues eingeben</translation>
    </message>
    <message>
        <source>Everybody on the way could read and change everything.</source>
        <translation>Wer auf dem Weg sitzt, könnte alles lesen und verändern.</translation>
    </message>
</context>
<context>
    <name>deskhand::MailSettingsPresenter</name>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>always reopens</source>
        <translation>wird in jedem Fall wieder geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>reopens for %n day(s)</source>
        <translation>
            <numerusform>wird %n Tag lang wieder geöffnet</numerusform>
            <numerusform>wird %n Tage lang wieder geöffnet</numerusform>
        </translation>
    </message>
    <message>
        <source>a new ticket</source>
        <translation>ein neues Ticket</translation>
    </message>
</context>
<context>
    <name>deskhand::MailSetupPages</name>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Mail&amp;boxes…</source>
        <translation>&amp;Postfächer…</translation>
    </message>
    <message>
        <source>&amp;Texts and signatures…</source>
        <translation>&amp;Texte und Signaturen…</translation>
    </message>
    <message>
        <source>My si&amp;gnature…</source>
        <translation>Meine Si&amp;gnatur…</translation>
    </message>
    <message>
        <source>My &amp;language…</source>
        <translation>Meine S&amp;prache…</translation>
    </message>
</context>
<context>
    <name>deskhand::MailStatus</name>
    <message>
        <source>%1: %2</source>
        <comment>mailbox, problem</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no one fetches mail</source>
        <translation>kein E-Mail-Abruf</translation>
    </message>
    <message>
        <source>no one sends mail</source>
        <translation>kein E-Mail-Versand</translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n ausstehend</numerusform>
            <numerusform>%n ausstehend</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (sends %2)</source>
        <comment>how many wait, when</comment>
        <translation>%1 (Versand: %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n not delivered</source>
        <translation>
            <numerusform>%n nicht zugestellt</numerusform>
            <numerusform>%n nicht zugestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mailbox(es) cannot be reached</source>
        <translation>
            <numerusform>%n Postfach nicht erreichbar</numerusform>
            <numerusform>%n Postfächer nicht erreichbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>all well %1</source>
        <translation>alles in Ordnung (%1)</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>noch nicht erreicht</translation>
    </message>
    <message>
        <source>tried again %1</source>
        <translation>neuer Versuch: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) to be fetched</source>
        <translation>
            <numerusform>%n E-Mail abzurufen</numerusform>
            <numerusform>%n E-Mails abzurufen</numerusform>
        </translation>
    </message>
    <message>
        <source>At this moment %1.</source>
        <comment>…no one fetches mail</comment>
        <translation>Zurzeit %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n delayed by a mail server</source>
        <translation>
            <numerusform>%n von einem Mailserver verzögert</numerusform>
            <numerusform>%n von einem Mailserver verzögert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not delivered in the last seven days</source>
        <translation>
            <numerusform>%n in den letzten sieben Tagen nicht zugestellt</numerusform>
            <numerusform>%n in den letzten sieben Tagen nicht zugestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held mail(s) wait for a decision</source>
        <translation>
            <numerusform>%n zurückgehaltene E-Mail wartet auf eine Entscheidung</numerusform>
            <numerusform>%n zurückgehaltene E-Mails warten auf eine Entscheidung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::MailStatusButton</name>
    <message>
        <source>Mail: %1</source>
        <translation>E-Mail: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::MailTestPanel</name>
    <message>
        <source>Testing</source>
        <translation>Wird getestet</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Test receiving</source>
        <translation>Empfang testen</translation>
    </message>
    <message>
        <source>Test sending</source>
        <translation>Senden testen</translation>
    </message>
    <message>
        <source>All of it works.</source>
        <translation>Alles funktioniert.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
</context>
<context>
    <name>deskhand::MailTextDelegate</name>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
</context>
<context>
    <name>deskhand::MailTextDialog</name>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Insert placeholder</source>
        <translation>Platzhalter einfügen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>As its reader sees it</source>
        <translation>Ansicht beim Empfänger</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The text was not saved.</source>
        <translation>Der Text wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>Alle Queues</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>Von: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Delete a text</source>
        <translation>Text löschen</translation>
    </message>
    <message>
        <source>Delete this text?</source>
        <translation>Diesen Text löschen?</translation>
    </message>
    <message>
        <source>Mails that were sent with it stay as they are.</source>
        <translation>E-Mails, die damit gesendet wurden, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation>Verwerfen, was Sie geschrieben haben?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Try it with ticket number…</source>
        <translation>Mit Ticketnummer ausprobieren…</translation>
    </message>
    <message>
        <source>Number of a ticket to try the text with</source>
        <translation>Nummer eines Tickets, mit dem der Text ausprobiert wird</translation>
    </message>
</context>
<context>
    <name>deskhand::MailTextPresenter</name>
    <message>
        <source>We have your request: {{ticket.subject}}</source>
        <translation>Wir haben Ihre Anfrage erhalten: {{ticket.subject}}</translation>
    </message>
    <message>
        <source>Hello {{requester.name}},

thank you for your message. It has the number {{ticket.number}}. If you want to add something, just answer this mail.

{{desk.name}}</source>
        <translation>Guten Tag {{requester.name}},

vielen Dank für Ihre Nachricht. Sie hat die Nummer {{ticket.number}}. Wenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese E-Mail.

{{desk.name}}</translation>
    </message>
    <message>
        <source>{{agent.name}}
{{desk.name}}
{{mailbox.address}}</source>
        <translation>{{agent.name}}
{{desk.name}}
{{mailbox.address}}</translation>
    </message>
    <message>
        <source>Kind regards
{{agent.name}}</source>
        <translation>Mit freundlichen Grüßen
{{agent.name}}</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>Der Text ist leer.</translation>
    </message>
    <message>
        <source>An acknowledgement needs a subject.</source>
        <translation>Eine Eingangsbestätigung braucht einen Betreff.</translation>
    </message>
    <message>
        <source>There is a text for this already (%1). Change that one, or choose another queue or language.</source>
        <translation>Hierfür gibt es schon einen Text (%1). Ändern Sie diesen, oder wählen Sie eine andere Queue oder Sprache.</translation>
    </message>
    <message>
        <source>Nothing can be put in for {{%1}}: it stays as it is written.</source>
        <translation>Für {{%1}} kann nichts eingesetzt werden: Es bleibt so stehen.</translation>
    </message>
    <message>
        <source>Nobody has read the mail yet when it is acknowledged: the agent&apos;s name will be empty.</source>
        <translation>Bei der Eingangsbestätigung hat noch niemand die E-Mail gelesen: Der Name des Agenten bleibt leer.</translation>
    </message>
    <message>
        <source>Hello Sarah,

please swap the dock for the spare one and try again.</source>
        <translation>Guten Tag Sarah,

bitte tauschen Sie das Dock gegen das Ersatzgerät aus und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>There is no ticket %1 that you see.</source>
        <translation>Es gibt kein Ticket %1, das Sie sehen.</translation>
    </message>
    <message>
        <source>As things stand this ticket gets another text: %1.</source>
        <translation>So wie es steht, bekommt dieses Ticket einen anderen Text: %1.</translation>
    </message>
</context>
<context>
    <name>deskhand::MailTextWords</name>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanisch</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portugiesisch</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italienisch</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Niederländisch</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Eingangsbestätigung</translation>
    </message>
    <message>
        <source>Signature of a queue</source>
        <translation>Signatur einer Queue</translation>
    </message>
    <message>
        <source>Signature of a person</source>
        <translation>Signatur einer Person</translation>
    </message>
    <message>
        <source>Signature of %1</source>
        <translation>Signatur von %1</translation>
    </message>
    <message>
        <source>Signature of all queues</source>
        <translation>Signatur aller Queues</translation>
    </message>
    <message>
        <source>My signature</source>
        <translation>Meine Signatur</translation>
    </message>
    <message>
        <source>somebody who has left</source>
        <translation>jemandem, der ausgeschieden ist</translation>
    </message>
    <message>
        <source>%1 and below</source>
        <comment>a queue</comment>
        <translation>%1 und darunter</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>Alle Queues</translation>
    </message>
    <message>
        <source>any language</source>
        <translation>jede Sprache</translation>
    </message>
    <message>
        <source>the ticket&apos;s number</source>
        <translation>die Nummer des Tickets</translation>
    </message>
    <message>
        <source>the ticket&apos;s subject</source>
        <translation>der Betreff des Tickets</translation>
    </message>
    <message>
        <source>the requester&apos;s name</source>
        <translation>der Name des Anfragenden</translation>
    </message>
    <message>
        <source>the requester&apos;s mail address</source>
        <translation>die E-Mail-Adresse des Anfragenden</translation>
    </message>
    <message>
        <source>the name of the agent who answers</source>
        <translation>der Name des Agenten, der antwortet</translation>
    </message>
    <message>
        <source>the queue</source>
        <translation>die Queue</translation>
    </message>
    <message>
        <source>the name of the desk</source>
        <translation>der Name des Desks</translation>
    </message>
    <message>
        <source>the address that the mail is sent from</source>
        <translation>die Adresse, von der die E-Mail gesendet wird</translation>
    </message>
    <message>
        <source>Monitor went dark after docking</source>
        <translation>Monitor nach dem Andocken schwarz</translation>
    </message>
</context>
<context>
    <name>deskhand::MailTextsPage</name>
    <message>
        <source>Write my signature…</source>
        <translation>Meine Signatur schreiben…</translation>
    </message>
    <message>
        <source>Write an acknowledgement…</source>
        <translation>Eingangsbestätigung schreiben…</translation>
    </message>
    <message>
        <source>The texts cannot be shown.</source>
        <translation>Die Texte können nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>Eingangsbestätigung</translation>
    </message>
    <message>
        <source>automatic answer</source>
        <translation>automatische Antwort</translation>
    </message>
    <message>
        <source>template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>placeholder</source>
        <translation>Platzhalter</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>The text of the requester&apos;s language counts, else that for any language; that of the queue, else that of the queue above it.</source>
        <translation>Es gilt der Text in der Sprache des Anfragenden, sonst der für jede Sprache; der Text der Queue, sonst der ihrer übergeordneten Queue.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Eingangsbestätigung</translation>
    </message>
    <message>
        <source>Signature of a queue</source>
        <translation>Signatur einer Queue</translation>
    </message>
    <message>
        <source>My signature</source>
        <translation>Meine Signatur</translation>
    </message>
    <message>
        <source>An acknowledgement answers every new ticket that comes by mail; signatures of queues and people stand below replies. All of them can have placeholders.</source>
        <translation>Eine Eingangsbestätigung beantwortet jedes neue Ticket, das per E-Mail eingeht; Signaturen von Queues und Personen stehen unter Antworten. Alle können Platzhalter enthalten.</translation>
    </message>
    <message>
        <source>Your signature stands below every reply that you send by mail. Acknowledgements and the signatures of queues are written by the administrators of this desk.</source>
        <translation>Ihre Signatur steht unter jeder Antwort, die Sie per E-Mail senden. Eingangsbestätigungen und die Signaturen von Queues schreibt die Administration dieses Desks.</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>Noch kein Text</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The sign-in did not work.</source>
        <translation>Die Anmeldung ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Add a mailbox</source>
        <translation>Postfach hinzufügen</translation>
    </message>
    <message>
        <source>Mailbox %1</source>
        <translation>Postfach %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert…</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>This desk has no key for passwords yet.</source>
        <translation>Dieser Desk hat noch keinen Schlüssel für Passwörter.</translation>
    </message>
    <message>
        <source>The key is made by the computer that does the desk&apos;s mail. Its administrator adds the first mailbox there with “deskhandctl mailbox add”; then this works here, too.</source>
        <translation>Den Schlüssel legt der Rechner an, der die E-Mails des Desks abwickelt. Dessen Administrator fügt dort mit „deskhandctl mailbox add“ das erste Postfach hinzu; danach geht es auch hier.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The mailbox was not saved.</source>
        <translation>Das Postfach wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>The mailbox was not saved (%1).</source>
        <translation>Das Postfach wurde nicht gespeichert (%1).</translation>
    </message>
    <message>
        <source>Throw away what you entered?</source>
        <translation>Verwerfen, was Sie eingegeben haben?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxForm</name>
    <message>
        <source>The first queue</source>
        <translation>Die erste Queue</translation>
    </message>
    <message>
        <source>Mark them as read there</source>
        <translation>Dort als gelesen markieren</translation>
    </message>
    <message>
        <source>Leave them exactly as they are</source>
        <translation>Genau so lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Move them to another folder there</source>
        <translation>Dort in einen anderen Ordner verschieben</translation>
    </message>
    <message>
        <source>Delete them there</source>
        <translation>Dort löschen</translation>
    </message>
    <message>
        <source>saved; enter a new one to replace it</source>
        <translation>gespeichert; zum Ersetzen einen neuen eingeben</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht mehr warten</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>Waiting for you to sign in, in the browser…</source>
        <translation>Wartet auf Ihre Anmeldung im Browser…</translation>
    </message>
    <message>
        <source>Signed in. Save to keep it.</source>
        <translation>Angemeldet. Speichern Sie, um die Anmeldung zu behalten.</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Angemeldet.</translation>
    </message>
    <message>
        <source>Nobody has signed in yet.</source>
        <translation>Noch hat sich niemand angemeldet.</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Name und Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What recipients see before the address.</source>
        <translation>Was Empfänger vor der Adresse sehen.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Other addresses</source>
        <translation>Weitere Adressen</translation>
    </message>
    <message>
        <source>That arrive in the same mailbox, with commas between them. Mail from any of them is never taken for a customer&apos;s.</source>
        <translation>Die im selben Postfach ankommen, durch Kommas getrennt. E-Mails von ihnen gelten nie als E-Mails eines Kunden.</translation>
    </message>
    <message>
        <source>New tickets go to</source>
        <translation>Neue Tickets gehen an</translation>
    </message>
    <message>
        <source>IMAP (keeps mails on the server)</source>
        <translation>IMAP (lässt E-Mails auf dem Server)</translation>
    </message>
    <message>
        <source>POP3</source>
        <translation>POP3</translation>
    </message>
    <message>
        <source>Nothing: this mailbox only sends</source>
        <translation>Gar nicht: Dieses Postfach sendet nur</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Only mails that arrive from now on</source>
        <translation>Nur E-Mails, die ab jetzt eingehen</translation>
    </message>
    <message>
        <source>Everything that is there already</source>
        <translation>Alles, was schon da ist</translation>
    </message>
    <message>
        <source>Mails that were fetched</source>
        <translation>Abgerufene E-Mails</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>Only once a mail is stored safely in the desk. Whether it is marked as read never decides whether it is fetched.</source>
        <translation>Erst wenn eine E-Mail sicher im Desk gespeichert ist. Ob sie als gelesen markiert ist, entscheidet nie darüber, ob sie abgerufen wird.</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Verschieben nach</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Zu Beginn abrufen</translation>
    </message>
    <message>
        <source>Replies can be sent with this mailbox</source>
        <translation>Mit diesem Postfach können Antworten gesendet werden</translation>
    </message>
    <message>
        <source>Sign in as for receiving</source>
        <translation>Anmelden wie beim Empfang</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Sign-in at the provider</source>
        <translation>Anmeldung beim Anbieter</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Of your organization&apos;s registration with the provider; “Help” says how to get one.</source>
        <translation>Aus der Registrierung Ihrer Organisation beim Anbieter; „Hilfe“ erklärt, wie Sie eine bekommen.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Clientschlüssel</translation>
    </message>
    <message>
        <source>Only where the provider gave one.</source>
        <translation>Nur wenn der Anbieter einen vergeben hat.</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Anmeldeseite</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Token-Adresse</translation>
    </message>
    <message>
        <source>Rights asked for</source>
        <translation>Angeforderte Rechte</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Be told by the server at once (IDLE), where it can</source>
        <translation>Vom Server sofort benachrichtigen lassen (IDLE), wo er es kann</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Recognize bounces by the return address</source>
        <translation>Rückläufer an der Rücksendeadresse erkennen</translation>
    </message>
    <message>
        <source>Look every</source>
        <translation>Nachsehen alle</translation>
    </message>
    <message>
        <source>Also while the server tells of new mail by itself.</source>
        <translation>Auch wenn der Server neue E-Mails von selbst meldet.</translation>
    </message>
    <message>
        <source>Largest mail</source>
        <translation>Größte E-Mail</translation>
    </message>
    <message>
        <source>A larger one stays on the server, and is counted as not taken.</source>
        <translation>Eine größere bleibt auf dem Server und wird als nicht angenommen gezählt.</translation>
    </message>
    <message>
        <source>Own mail server</source>
        <translation>Eigener Mailserver</translation>
    </message>
    <message>
        <source>The name that your server writes into its Authentication-Results. Only what this name says proves who sent a mail; empty: nothing does, and nobody is taken for an agent.</source>
        <translation>Der Name, den Ihr Server in seine Authentication-Results schreibt. Nur was unter diesem Namen steht, beweist, wer eine E-Mail gesendet hat; leer: Nichts beweist es, und niemand gilt als Agent.</translation>
    </message>
    <message>
        <source>Receiving trusts</source>
        <translation>Empfang vertraut</translation>
    </message>
    <message>
        <source>Sending trusts</source>
        <translation>Versand vertraut</translation>
    </message>
    <message>
        <source>Mails are sent from address+token, so that every bounce finds its mail. Your server has to deliver such addresses to this mailbox.</source>
        <translation>E-Mails werden von Adresse+Token gesendet, damit jeder Rückläufer seine E-Mail findet. Ihr Server muss E-Mails an solche Adressen in dieses Postfach zustellen.</translation>
    </message>
    <message>
        <source>the authorities that this computer trusts</source>
        <translation>den Zertifizierungsstellen, denen dieser Rechner vertraut</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose a file of certificate authorities</source>
        <translation>Datei der Zertifizierungsstellen wählen</translation>
    </message>
    <message>
        <source>Certificates of the trusted authorities</source>
        <translation>Zertifikate der vertrauten Stellen</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation>Zertifikate (*.crt *.pem *.cer);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxPresenter</name>
    <message>
        <source>The address is needed.</source>
        <translation>Die Adresse fehlt.</translation>
    </message>
    <message>
        <source>“%1” is not a mail address.</source>
        <translation>„%1“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>There is a mailbox with this address already.</source>
        <translation>Es gibt schon ein Postfach mit dieser Adresse.</translation>
    </message>
    <message>
        <source>The server to receive from is needed.</source>
        <translation>Der Server für den Empfang fehlt.</translation>
    </message>
    <message>
        <source>The server to send by is needed.</source>
        <translation>Der Server für den Versand fehlt.</translation>
    </message>
    <message>
        <source>Only the name of the computer goes into “Server”, without “https://” and the like.</source>
        <translation>In „Server“ gehört nur der Name des Rechners, ohne „https://“ und dergleichen.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Ein Port ist eine Zahl von 1 bis 65535.</translation>
    </message>
    <message>
        <source>Without encryption only a server on this computer can be used.</source>
        <translation>Ohne Verschlüsselung geht nur ein Server auf diesem Rechner.</translation>
    </message>
    <message>
        <source>There is no file of authorities at “%1”.</source>
        <translation>Unter „%1“ gibt es keine Datei mit Zertifizierungsstellen.</translation>
    </message>
    <message>
        <source>Receiving needs a sign-in.</source>
        <translation>Der Empfang braucht eine Anmeldung.</translation>
    </message>
    <message>
        <source>The user to receive with is needed.</source>
        <translation>Der Benutzer für den Empfang fehlt.</translation>
    </message>
    <message>
        <source>The user to send with is needed.</source>
        <translation>Der Benutzer für den Versand fehlt.</translation>
    </message>
    <message>
        <source>The password is needed.</source>
        <translation>Das Passwort fehlt.</translation>
    </message>
    <message>
        <source>The password to send with is needed.</source>
        <translation>Das Passwort für den Versand fehlt.</translation>
    </message>
    <message>
        <source>The client ID of your registration with the provider is needed.</source>
        <translation>Die Client-ID Ihrer Registrierung beim Anbieter fehlt.</translation>
    </message>
    <message>
        <source>The provider&apos;s two addresses begin with “https://”.</source>
        <translation>Die beiden Adressen des Anbieters beginnen mit „https://“.</translation>
    </message>
    <message>
        <source>Sign in at the provider first.</source>
        <translation>Melden Sie sich zuerst beim Anbieter an.</translation>
    </message>
    <message>
        <source>A mailbox receives, or sends, or both.</source>
        <translation>Ein Postfach empfängt oder sendet, oder beides.</translation>
    </message>
    <message>
        <source>The folder to fetch from is needed; usually it is INBOX.</source>
        <translation>Der Ordner, aus dem abgerufen wird, fehlt; meist ist es INBOX.</translation>
    </message>
    <message>
        <source>The folder that fetched mails are moved to is needed.</source>
        <translation>Der Ordner, in den abgerufene E-Mails verschoben werden, fehlt.</translation>
    </message>
    <message>
        <source>Fetched mails are moved to another folder than the one they come from.</source>
        <translation>Abgerufene E-Mails werden in einen anderen Ordner verschoben als den, aus dem sie kommen.</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxStart</name>
    <message>
        <source>Which mailbox do people write to?</source>
        <translation>An welches Postfach wird geschrieben?</translation>
    </message>
    <message>
        <source>Example Support</source>
        <translation>Beispiel-Support</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What recipients see before the address.</source>
        <translation>Was Empfänger vor der Adresse sehen.</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>Gmail or Google Workspace. You sign in at Google; Deskhand never sees your password.</source>
        <translation>Gmail oder Google Workspace. Sie melden sich bei Google an; Deskhand sieht Ihr Passwort nie.</translation>
    </message>
    <message>
        <source>Microsoft</source>
        <translation>Microsoft</translation>
    </message>
    <message>
        <source>Microsoft 365 or Outlook.com. You sign in at Microsoft; Deskhand never sees your password.</source>
        <translation>Microsoft 365 oder Outlook.com. Sie melden sich bei Microsoft an; Deskhand sieht Ihr Passwort nie.</translation>
    </message>
    <message>
        <source>Another provider, or a server of your own</source>
        <translation>Ein anderer Anbieter oder ein eigener Server</translation>
    </message>
    <message>
        <source>IMAP or POP3 to receive, SMTP to send, with user and password.</source>
        <translation>IMAP oder POP3 für den Empfang, SMTP für den Versand, mit Benutzer und Passwort.</translation>
    </message>
    <message>
        <source>This is an address of Google:</source>
        <translation>Dies ist eine Adresse von Google:</translation>
    </message>
    <message>
        <source>This is an address of Microsoft:</source>
        <translation>Dies ist eine Adresse von Microsoft:</translation>
    </message>
    <message>
        <source>Who runs it?</source>
        <translation>Wer betreibt das Postfach?</translation>
    </message>
    <message>
        <source>The whole address is needed first, such as support@example.org.</source>
        <translation>Zuerst wird die ganze Adresse gebraucht, etwa support@example.org.</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxWords</name>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the network and the server&apos;s name; it is tried again by itself.</source>
        <translation>Prüfen Sie das Netzwerk und den Namen des Servers; es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays so, ask whoever runs the server.</source>
        <translation>Es wird von selbst erneut versucht. Bleibt es so, fragen Sie, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>The server refuses the sign-in.</source>
        <translation>Der Server lehnt die Anmeldung ab.</translation>
    </message>
    <message>
        <source>Enter user and password anew, or sign in again at the provider.</source>
        <translation>Geben Sie Benutzer und Passwort neu ein, oder melden Sie sich erneut beim Anbieter an.</translation>
    </message>
    <message>
        <source>The server does not allow it.</source>
        <translation>Der Server erlaubt es nicht.</translation>
    </message>
    <message>
        <source>Look at what the server said; its administrator can allow it.</source>
        <translation>Sehen Sie nach, was der Server gesagt hat; seine Administration kann es erlauben.</translation>
    </message>
    <message>
        <source>The server has no such folder.</source>
        <translation>Auf dem Server gibt es keinen solchen Ordner.</translation>
    </message>
    <message>
        <source>Check the name of the folder, and of the one to move mails to.</source>
        <translation>Prüfen Sie den Namen des Ordners und den des Ordners, in den E-Mails verschoben werden.</translation>
    </message>
    <message>
        <source>What answers there speaks another protocol.</source>
        <translation>Was dort antwortet, spricht ein anderes Protokoll.</translation>
    </message>
    <message>
        <source>Check protocol, port and encryption.</source>
        <translation>Prüfen Sie Protokoll, Port und Verschlüsselung.</translation>
    </message>
    <message>
        <source>The saved password cannot be opened on this computer.</source>
        <translation>Das gespeicherte Passwort lässt sich auf diesem Rechner nicht öffnen.</translation>
    </message>
    <message>
        <source>Enter the password once more.</source>
        <translation>Geben Sie das Passwort noch einmal ein.</translation>
    </message>
    <message>
        <source>The server could not prove who it is.</source>
        <translation>Der Server konnte nicht nachweisen, wer er ist.</translation>
    </message>
    <message>
        <source>Nothing was sent. Its certificate has expired, is for another name, or is from an authority that is not trusted.</source>
        <translation>Es wurde nichts gesendet. Sein Zertifikat ist abgelaufen, gilt für einen anderen Namen oder ist von einer Stelle, der nicht vertraut wird.</translation>
    </message>
    <message>
        <source>No safe connection to the server came about.</source>
        <translation>Es kam keine sichere Verbindung zum Server zustande.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check encryption and port.</source>
        <translation>Es wurde nichts gesendet. Prüfen Sie Verschlüsselung und Port.</translation>
    </message>
    <message>
        <source>The server does not offer to encrypt.</source>
        <translation>Der Server bietet keine Verschlüsselung an.</translation>
    </message>
    <message>
        <source>Nothing was sent. Choose TLS from the first byte, or ask whoever runs the server.</source>
        <translation>Es wurde nichts gesendet. Wählen Sie TLS ab dem ersten Byte, oder fragen Sie, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>No computer is known by the server&apos;s name.</source>
        <translation>Unter dem Namen des Servers ist kein Rechner bekannt.</translation>
    </message>
    <message>
        <source>Nothing answers at the server&apos;s port.</source>
        <translation>Am Port des Servers antwortet nichts.</translation>
    </message>
    <message>
        <source>The server may be down; it is tried again by itself.</source>
        <translation>Vielleicht ist der Server außer Betrieb; es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The provider does not know the sign-in any more.</source>
        <translation>Der Anbieter kennt die Anmeldung nicht mehr.</translation>
    </message>
    <message>
        <source>Edit the mailbox, and sign in again.</source>
        <translation>Bearbeiten Sie das Postfach, und melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>Fetched mails cannot be marked or moved on the server.</source>
        <translation>Abgerufene E-Mails lassen sich auf dem Server nicht markieren oder verschieben.</translation>
    </message>
    <message>
        <source>They are safe in the desk, and none comes twice. Check the folder to move to, and what the user may do there.</source>
        <translation>Sie sind sicher im Desk, und keine kommt doppelt. Prüfen Sie den Ordner, in den verschoben wird, und was der Benutzer dort darf.</translation>
    </message>
    <message>
        <source>Mails cannot be stored: the disk is full or fails.</source>
        <translation>E-Mails können nicht gespeichert werden: Der Datenträger ist voll oder fehlerhaft.</translation>
    </message>
    <message>
        <source>Nothing is lost: what is not stored stays on the server. Make room; it goes on by itself.</source>
        <translation>Es geht nichts verloren: Was nicht gespeichert ist, bleibt auf dem Server. Schaffen Sie Platz; danach geht es von selbst weiter.</translation>
    </message>
    <message>
        <source>The desk is busy with other work.</source>
        <translation>Der Desk ist mit anderer Arbeit beschäftigt.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Es wird von selbst erneut versucht.</translation>
    </message>
    <message>
        <source>The desk file is damaged.</source>
        <translation>Die Desk-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>Restore the newest backup, and keep a copy of the damaged file.</source>
        <translation>Stellen Sie die neueste Sicherung wieder her und bewahren Sie eine Kopie der beschädigten Datei auf.</translation>
    </message>
    <message>
        <source>claims a ticket that its sender has no part in</source>
        <translation>nennt ein Ticket, an dem der Absender nicht beteiligt ist</translation>
    </message>
    <message>
        <source>its sender opened too many tickets</source>
        <translation>der Absender hat zu viele Tickets eröffnet</translation>
    </message>
    <message>
        <source>goes round between machines</source>
        <translation>kreist zwischen Automaten</translation>
    </message>
    <message>
        <source>claims to come from this desk</source>
        <translation>gibt vor, von diesem Desk zu kommen</translation>
    </message>
    <message>
        <source>larger than the mailbox takes</source>
        <translation>größer, als das Postfach annimmt</translation>
    </message>
    <message>
        <source>were there before the mailbox was added</source>
        <translation>waren schon da, bevor das Postfach hinzugefügt wurde</translation>
    </message>
    <message>
        <source>deleted on the server before it was fetched</source>
        <translation>vor dem Abrufen auf dem Server gelöscht</translation>
    </message>
    <message>
        <source>the server does not give it</source>
        <translation>der Server gibt sie nicht heraus</translation>
    </message>
    <message>
        <source>Take the saved password</source>
        <translation>Gespeichertes Passwort verwenden</translation>
    </message>
    <message>
        <source>It is sealed for the computer that does the desk&apos;s mail. Enter it once more to test it here.</source>
        <translation>Es ist für den Rechner versiegelt, der die E-Mails des Desks abwickelt. Geben Sie es noch einmal ein, um es hier zu testen.</translation>
    </message>
    <message>
        <source>Find the server</source>
        <translation>Server finden</translation>
    </message>
    <message>
        <source>No computer is known by this name. Check the spelling, and that this computer is online.</source>
        <translation>Unter diesem Namen ist kein Rechner bekannt. Prüfen Sie die Schreibweise und ob dieser Rechner online ist.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>The computer is there, but nothing answers at this port. Check port and encryption; a firewall may be in between.</source>
        <translation>Der Rechner ist da, aber an diesem Port antwortet nichts. Prüfen Sie Port und Verschlüsselung; vielleicht ist eine Firewall dazwischen.</translation>
    </message>
    <message>
        <source>Encrypt, and check who the server is</source>
        <translation>Verschlüsseln und prüfen, wer der Server ist</translation>
    </message>
    <message>
        <source>Nothing was sent. The certificate is not for this name, has expired, or is from an authority that this computer does not trust. For an authority of your own choose its file under “Advanced”.</source>
        <translation>Es wurde nichts gesendet. Das Zertifikat gilt nicht für diesen Namen, ist abgelaufen oder ist von einer Stelle, der dieser Rechner nicht vertraut. Für eine eigene Zertifizierungsstelle wählen Sie deren Datei unter „Erweitert“.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>The server refuses user or password. Some want the whole address as user; some want a password made for programs (“app password”).</source>
        <translation>Der Server lehnt Benutzer oder Passwort ab. Manche verlangen die ganze Adresse als Benutzer, manche ein eigenes Passwort für Programme („App-Passwort“).</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>There is no such folder, or it cannot be changed. Check its name as the server writes it.</source>
        <translation>Es gibt keinen solchen Ordner, oder er lässt sich nicht ändern. Prüfen Sie, ob der Name so geschrieben ist wie auf dem Server.</translation>
    </message>
    <message>
        <source>Look at the mails</source>
        <translation>E-Mails ansehen</translation>
    </message>
    <message>
        <source>The folder opens, but its mails cannot be listed.</source>
        <translation>Der Ordner lässt sich öffnen, aber seine E-Mails lassen sich nicht auflisten.</translation>
    </message>
    <message>
        <source>The server refuses user or password. Some want the whole address as user; at some, sending has to be allowed for programs first.</source>
        <translation>Der Server lehnt Benutzer oder Passwort ab. Manche verlangen die ganze Adresse als Benutzer; bei manchen muss der Versand durch Programme erst erlaubt werden.</translation>
    </message>
    <message>
        <source>Ask whether it sends from this address</source>
        <translation>Fragen, ob er von dieser Adresse sendet</translation>
    </message>
    <message>
        <source>The server lets this user in, but does not send from the mailbox&apos;s address. Check the address, or have it allowed for this user.</source>
        <translation>Der Server lässt diesen Benutzer herein, sendet aber nicht von der Adresse des Postfachs. Prüfen Sie die Adresse, oder lassen Sie sie für diesen Benutzer erlauben.</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Prüfung nötig</translation>
    </message>
    <message>
        <source>Has not worked yet</source>
        <translation>Hat noch nie funktioniert</translation>
    </message>
    <message>
        <source>Failing since %1</source>
        <translation>Gestört seit: %1</translation>
    </message>
    <message>
        <source>Only sends</source>
        <translation>Sendet nur</translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>Noch nicht abgerufen</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>never fetched</source>
        <translation>nie abgerufen</translation>
    </message>
    <message>
        <source>fetched %1</source>
        <translation>%1 abgerufen</translation>
    </message>
    <message>
        <source>%1 still on the server</source>
        <comment>a number of mails</comment>
        <translation>%1 noch auf dem Server</translation>
    </message>
    <message>
        <source>new tickets</source>
        <translation>neue Tickets</translation>
    </message>
    <message>
        <source>Each opened a ticket of its own.</source>
        <translation>Jede hat ein eigenes Ticket eröffnet.</translation>
    </message>
    <message>
        <source>follow-ups</source>
        <translation>Folgenachrichten</translation>
    </message>
    <message>
        <source>Each joined the ticket that it answers.</source>
        <translation>Jede kam zu dem Ticket, auf das sie antwortet.</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>The same mail had come before, byte for byte.</source>
        <translation>Dieselbe E-Mail war schon einmal gekommen, Byte für Byte gleich.</translation>
    </message>
    <message>
        <source>reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Bounces and receipts: kept with the mail that they are about, never a ticket.</source>
        <translation>Rückläufer und Bestätigungen: bei der E-Mail aufbewahrt, um die es geht, nie ein Ticket.</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>Somebody decides with one click whether they join their ticket.</source>
        <translation>Jemand entscheidet mit einem Klick, ob sie zu ihrem Ticket kommen.</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>in Quarantäne</translation>
    </message>
    <message>
        <source>Kept away from the tickets until somebody decides.</source>
        <translation>Von den Tickets ferngehalten, bis jemand entscheidet.</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>Held before, and thrown away by a person; kept as raw mail.</source>
        <translation>Erst zurückgehalten, dann von jemandem verworfen; als Rohfassung aufbewahrt.</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>nicht angenommen</translation>
    </message>
    <message>
        <source>They stay on the server, untouched.</source>
        <translation>Sie bleiben unverändert auf dem Server.</translation>
    </message>
    <message>
        <source>being worked on</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>Stored safely, and not yet made a ticket.</source>
        <translation>Sicher gespeichert, aber noch kein Ticket.</translation>
    </message>
    <message>
        <source>still on the server</source>
        <translation>noch auf dem Server</translation>
    </message>
    <message>
        <source>Seen there, and not yet fetched.</source>
        <translation>Dort gesehen, aber noch nicht abgerufen.</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>The desk stores %1 mails of this mailbox but accounts for %2. This is a defect: please report it.</source>
        <translation>Der Desk speichert %1 E-Mails dieses Postfachs, kann aber nur %2 zuordnen. Das ist ein Programmfehler: Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>Something went wrong (%1).</source>
        <translation>Etwas ist schiefgegangen (%1).</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxesPage</name>
    <message>
        <source>Add a mailbox…</source>
        <translation>Postfach hinzufügen…</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>IMAP</source>
        <translation>IMAP</translation>
    </message>
    <message>
        <source>POP3</source>
        <translation>POP3</translation>
    </message>
    <message>
        <source>SMTP</source>
        <translation>SMTP</translation>
    </message>
    <message>
        <source>server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>reconciliation</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Postfächer</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>What arrives here becomes tickets; replies leave by them.</source>
        <translation>Was hier eingeht, wird zu Tickets; Antworten gehen darüber hinaus.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Switch off…</source>
        <translation>Ausschalten…</translation>
    </message>
    <message>
        <source>Decide on held mail…</source>
        <translation>Über zurückgehaltene E-Mails entscheiden…</translation>
    </message>
    <message>
        <source>The mailboxes cannot be shown.</source>
        <translation>Die Postfächer können nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>For administrators</source>
        <translation>Für die Administration</translation>
    </message>
    <message>
        <source>Mailboxes are set up by the administrators of this desk: %1.</source>
        <translation>Postfächer richtet die Administration dieses Desks ein: %1.</translation>
    </message>
    <message>
        <source>No mailbox yet</source>
        <translation>Noch kein Postfach</translation>
    </message>
    <message>
        <source>Let people reach this desk by mail: what they write to your support address becomes tickets, and your replies leave from it. Deskhand asks for the address, fills in the servers and tests every step.</source>
        <translation>Machen Sie diesen Desk per E-Mail erreichbar: Was an Ihre Support-Adresse geschrieben wird, wird zu Tickets, und Ihre Antworten werden von ihr gesendet. Deskhand fragt nach der Adresse, trägt die Server ein und testet jeden Schritt.</translation>
    </message>
    <message>
        <source>In detail: %1</source>
        <translation>Im Einzelnen: %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>While it is paused nothing is fetched and nothing is sent; what waits keeps waiting.</source>
        <translation>Solange es angehalten ist, wird nichts abgerufen und nichts gesendet; was wartet, wartet weiter.</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Switch a mailbox off</source>
        <translation>Postfach ausschalten</translation>
    </message>
    <message>
        <source>Switch “%1” off?</source>
        <translation>„%1“ ausschalten?</translation>
    </message>
    <message>
        <source>Nothing is fetched from it and nothing is sent with it any more. Its tickets stay, and it can be switched on again.</source>
        <translation>Es wird nichts mehr daraus abgerufen und nichts mehr damit gesendet. Seine Tickets bleiben erhalten, und es kann wieder eingeschaltet werden.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>The mailbox was not changed.</source>
        <translation>Das Postfach wurde nicht geändert.</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
</context>
<context>
    <name>deskhand::MainWindow</name>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;New ticket…</source>
        <translation>&amp;Neues Ticket…</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Befehlspalette…</translation>
    </message>
    <message>
        <source>&amp;Search tickets</source>
        <translation>Tickets &amp;suchen</translation>
    </message>
    <message>
        <source>Next &amp;area</source>
        <translation>Nächster Be&amp;reich</translation>
    </message>
    <message>
        <source>&amp;Previous area</source>
        <translation>&amp;Vorheriger Bereich</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Handbuch</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;About Deskhand</source>
        <translation>Ü&amp;ber Deskhand</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Seitenleiste</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Side &amp;panel</source>
        <translation>Seitenb&amp;ereich</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Deskhand</source>
        <translation>Deskhand</translation>
    </message>
    <message>
        <source>%1 — Deskhand</source>
        <translation>%1 — Deskhand</translation>
    </message>
</context>
<context>
    <name>deskhand::MenuBuilder</name>
    <message>
        <source>&amp;Desk</source>
        <translation>&amp;Desk</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Ticket</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>deskhand::MergeDialog</name>
    <message>
        <source>Merge tickets</source>
        <translation>Tickets zusammenführen</translation>
    </message>
    <message>
        <source>Nothing was merged: somebody changed one of the tickets a moment ago. Look again at what is shown, and merge once more.</source>
        <translation>Es wurde nichts zusammengeführt: Jemand hat eben eines der Tickets geändert. Sehen Sie noch einmal nach, was gezeigt wird, und führen Sie sie dann zusammen.</translation>
    </message>
    <message>
        <source>The tickets were not merged.</source>
        <translation>Die Tickets wurden nicht zusammengeführt.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason, for the history (may stay empty)</source>
        <translation>Grund, für den Verlauf (kann leer bleiben)</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>Turn the direction around</source>
        <translation>Richtung umkehren</translation>
    </message>
    <message>
        <source>Another ticket</source>
        <translation>Ein anderes Ticket</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Keep %1 as Cc of replies</source>
        <translation>%1 als Cc der Antworten behalten</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>Wird zusammengeführt…</translation>
    </message>
    <message>
        <source>Merge into #%1</source>
        <translation>In #%1 aufnehmen</translation>
    </message>
</context>
<context>
    <name>deskhand::MergePresenter</name>
    <message>
        <source>%1 is “%2” now</source>
        <translation>%1 heißt jetzt „%2“</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s) since</source>
        <translation>
            <numerusform>%n neue Nachricht seither</numerusform>
            <numerusform>%n neue Nachrichten seither</numerusform>
        </translation>
    </message>
    <message>
        <source>Another requester: the public messages of %1 in %2 become readable for %3.</source>
        <translation>Ein anderer Anfragender: Die öffentlichen Nachrichten von %1 in %2 werden für %3 lesbar.</translation>
    </message>
    <message>
        <source>no organization</source>
        <translation>keine Organisation</translation>
    </message>
    <message>
        <source>They belong to different organizations: %1 and %2.</source>
        <translation>Sie gehören zu verschiedenen Organisationen: %1 und %2.</translation>
    </message>
    <message>
        <source>%1 is %2 and stays so: nobody is reminded of what was open.</source>
        <translation>%1 ist %2 und bleibt es: Niemand wird an das erinnert, was offen war.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of %1 are shown in %2, each marked with where it comes from.</source>
        <translation>
            <numerusform>%n Nachricht von %1 wird in %2 gezeigt, mit dem Vermerk, woher sie kommt.</numerusform>
            <numerusform>%n Nachrichten von %1 werden in %2 gezeigt, jede mit dem Vermerk, woher sie kommt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the number stays and leads to %2. Answers to it arrive there.</source>
        <translation>%1: Die Nummer bleibt und führt zu %2. Antworten darauf kommen dort an.</translation>
    </message>
    <message>
        <source>State, owner, queue, priority and subject of %1 stay as they are.</source>
        <translation>Zustand, Zuständiger, Queue, Priorität und Betreff von %1 bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Tags are united: %1.</source>
        <translation>Tags werden vereint: %1.</translation>
    </message>
    <message>
        <source>The clocks of %1 go on, from the oldest message of all that waits for an answer; those of %2 end.</source>
        <translation>Die Uhren von %1 laufen weiter, ab der ältesten Nachricht von allen, die auf eine Antwort wartet; die von %2 enden.</translation>
    </message>
    <message>
        <source>Replies go to %1 as Cc, too.</source>
        <translation>Antworten gehen auch an %1, als Cc.</translation>
    </message>
    <message>
        <source>%1 gets no further replies.</source>
        <translation>%1 bekommt keine weiteren Antworten.</translation>
    </message>
    <message>
        <source>What you have begun to write there goes with it. All of it can be taken back by Unmerge.</source>
        <translation>Was Sie dort zu schreiben begonnen haben, geht mit. Alles lässt sich zurücknehmen, indem Sie die Zusammenführung aufheben.</translation>
    </message>
    <message>
        <source>Choose the other ticket.</source>
        <translation>Wählen Sie das andere Ticket.</translation>
    </message>
    <message>
        <source>One of the tickets cannot be read.</source>
        <translation>Eines der Tickets lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The tickets are being read…</source>
        <translation>Die Tickets werden gelesen…</translation>
    </message>
    <message>
        <source>%1 is merged already.</source>
        <translation>%1 ist schon zusammengeführt.</translation>
    </message>
    <message>
        <source>%1 is closed: it takes no ticket that is open.</source>
        <translation>%1 ist geschlossen: Es nimmt kein offenes Ticket auf.</translation>
    </message>
</context>
<context>
    <name>deskhand::MergedBar</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Merged ticket</source>
        <translation>Zusammengeführtes Ticket</translation>
    </message>
    <message>
        <source>Open #%1</source>
        <translation>#%1 öffnen</translation>
    </message>
    <message>
        <source>This ticket was merged into one that you do not see.</source>
        <translation>Dieses Ticket wurde in eines aufgenommen, das Sie nicht sehen.</translation>
    </message>
    <message>
        <source>This ticket was merged into #%1: its messages are read and answered there.</source>
        <translation>Dieses Ticket wurde in #%1 aufgenommen: Seine Nachrichten werden dort gelesen und beantwortet.</translation>
    </message>
</context>
<context>
    <name>deskhand::NewTicketDialog</name>
    <message>
        <source>New ticket</source>
        <translation>Neues Ticket</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>Ticket eröffnen</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Entwurf gespeichert %1</translation>
    </message>
    <message>
        <source>The ticket was not opened. What you wrote is kept.</source>
        <translation>Das Ticket wurde nicht eröffnet. Ihr Text bleibt erhalten.</translation>
    </message>
    <message>
        <source>Ticket #%1 was opened</source>
        <translation>Ticket #%1 wurde eröffnet</translation>
    </message>
    <message>
        <source>Your draft of last time</source>
        <translation>Ihr letzter Entwurf</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird eröffnet…</translation>
    </message>
    <message>
        <source>New ticket thrown away</source>
        <translation>Neues Ticket verworfen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Not sent yet: the ticket is opened as soon as the desk is back.</source>
        <translation>Noch nicht gesendet: Das Ticket wird eröffnet, sobald der Desk wieder da ist.</translation>
    </message>
    <message>
        <source>Ticket #%1 was opened. It was not mailed: no mailbox sends for this queue.</source>
        <translation>Ticket #%1 wurde eröffnet. Es wurde nicht per E-Mail gesendet: Für diese Queue sendet kein Postfach.</translation>
    </message>
    <message>
        <source>Look again before this is mailed.</source>
        <translation>Sehen Sie noch einmal hin, bevor dies gesendet wird.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Weiterschreiben</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Trotzdem senden</translation>
    </message>
    <message>
        <source>Open and send to %1</source>
        <translation>Eröffnen und an %1 senden</translation>
    </message>
    <message>
        <source>Ticket #%1 is kept on this computer, and gets its number as soon as the service can be reached.</source>
        <translation>Ticket #%1 liegt auf diesem Computer und bekommt seine Nummer, sobald der Dienst erreichbar ist.</translation>
    </message>
</context>
<context>
    <name>deskhand::NewTicketFields</name>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Name or mail address</source>
        <translation>Name oder E-Mail-Adresse</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort hinzufügen</translation>
    </message>
    <message>
        <source>What did the requester say?</source>
        <translation>Was hat der Anfragende gesagt?</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständiger</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>No due date</source>
        <translation>Kein Fälligkeitsdatum</translation>
    </message>
    <message>
        <source>Not attached (unreadable, or over 25 MB in all): %1</source>
        <translation>Nicht angehängt (nicht lesbar oder insgesamt über 25 MB): %1</translation>
    </message>
    <message>
        <source>picture.png</source>
        <translation>bild.png</translation>
    </message>
    <message>
        <source>The picture is too large to attach</source>
        <translation>Das Bild ist zu groß zum Anhängen</translation>
    </message>
    <message>
        <source>Send this text to the requester by mail</source>
        <translation>Diesen Text per E-Mail an den Anfragenden senden</translation>
    </message>
    <message>
        <source>Message to the requester</source>
        <translation>Nachricht an den Anfragenden</translation>
    </message>
    <message>
        <source>What do you want to tell the requester?</source>
        <translation>Was möchten Sie dem Anfragenden mitteilen?</translation>
    </message>
</context>
<context>
    <name>deskhand::NewTicketPresenter</name>
    <message>
        <source>Who asks? Choose a person, or give a name or mail address.</source>
        <translation>Wer fragt an? Wählen Sie eine Person oder geben Sie einen Namen oder eine E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>“%1” is not a mail address.</source>
        <translation>„%1“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Give it a subject, so that others can find it.</source>
        <translation>Geben Sie einen Betreff ein, damit andere das Ticket finden.</translation>
    </message>
    <message>
        <source>Choose the queue that takes care of it.</source>
        <translation>Wählen Sie die Queue, die sich darum kümmert.</translation>
    </message>
    <message>
        <source>The files are larger than 25 MB together.</source>
        <translation>Die Dateien sind zusammen größer als 25 MB.</translation>
    </message>
    <message>
        <source>The desk did not accept this.</source>
        <translation>Der Desk hat dies nicht angenommen.</translation>
    </message>
    <message>
        <source>To whom is it mailed? Give a mail address.</source>
        <translation>An wen geht die E-Mail? Geben Sie eine E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>Write what is mailed to the requester.</source>
        <translation>Schreiben Sie, was dem Anfragenden gesendet wird.</translation>
    </message>
</context>
<context>
    <name>deskhand::NotificationDelegate</name>
    <message>
        <source>new</source>
        <comment>a notification that was not seen</comment>
        <translation>neu</translation>
    </message>
</context>
<context>
    <name>deskhand::NotificationModel</name>
    <message>
        <source>%1 of #%2 was missed</source>
        <comment>a target and a ticket&apos;s number</comment>
        <translation>%1 von #%2 verfehlt</translation>
    </message>
    <message>
        <source>%1 of #%2: %3</source>
        <comment>a target, a ticket&apos;s number, and a warning as “at 75 %”</comment>
        <translation>%1 von #%2: %3</translation>
    </message>
    <message>
        <source>#%1 %2</source>
        <comment>number and subject of a ticket</comment>
        <translation>#%1 %2</translation>
    </message>
    <message>
        <source>%1 was missed</source>
        <comment>a target</comment>
        <translation>%1 verfehlt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a target, and a warning as “at 75 %”</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>war fällig %1</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Nicht gesehen</translation>
    </message>
</context>
<context>
    <name>deskhand::NotificationsWindow</name>
    <message>
        <source>Mark all as seen</source>
        <translation>Alle als gesehen markieren</translation>
    </message>
    <message>
        <source>Mark as seen</source>
        <translation>Als gesehen markieren</translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation>Ticket öffnen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Nothing to tell</source>
        <translation>Nichts zu melden</translation>
    </message>
    <message>
        <source>When the time that was promised for a ticket runs out or has run out, the people whom its policy names are told here.</source>
        <translation>Wenn die für ein Ticket zugesagte Zeit abläuft oder abgelaufen ist, werden hier die Personen benachrichtigt, die seine Richtlinie nennt.</translation>
    </message>
    <message>
        <source>&amp;Notifications…</source>
        <translation>Benachrich&amp;tigungen…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Mark all notifications as &amp;seen</source>
        <translation>Alle Benachrichtigungen als &amp;gesehen markieren</translation>
    </message>
</context>
<context>
    <name>deskhand::OAuthSignIn</name>
    <message>
        <source>There is nothing here.</source>
        <translation>Hier ist nichts.</translation>
    </message>
    <message>
        <source>This is not the answer that Deskhand waits for.</source>
        <translation>Das ist nicht die Antwort, auf die Deskhand wartet.</translation>
    </message>
    <message>
        <source>Deskhand may use the mailbox now. You can close this page.</source>
        <translation>Deskhand darf das Postfach jetzt benutzen. Sie können diese Seite schließen.</translation>
    </message>
    <message>
        <source>Deskhand was not allowed to use the mailbox. You can close this page.</source>
        <translation>Deskhand darf das Postfach nicht benutzen. Sie können diese Seite schließen.</translation>
    </message>
</context>
<context>
    <name>deskhand::OutboxModel</name>
    <message>
        <source>to %1</source>
        <translation>an %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>und %n weitere Person</numerusform>
            <numerusform>und %n weitere Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledgement %1</source>
        <comment>… to somebody</comment>
        <translation>Eingangsbestätigung %1</translation>
    </message>
    <message>
        <source>%1: %2, %3, written %4</source>
        <comment>state of a mail, ticket and subject, recipients, when</comment>
        <translation>%1: %2, %3, %4 geschrieben</translation>
    </message>
</context>
<context>
    <name>deskhand::OutboxWindow</name>
    <message>
        <source>Open the ticket</source>
        <translation>Ticket öffnen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Später senden</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>&amp;Outbox…</source>
        <translation>&amp;Postausgang…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>What the mail servers said</source>
        <translation>Was die Mailserver gesagt haben</translation>
    </message>
    <message>
        <source>Nothing is on its way</source>
        <translation>Nichts ist unterwegs</translation>
    </message>
    <message>
        <source>Replies wait here until they are sent, so that they can be taken back. What a mail server puts off or refuses stays here for seven days.</source>
        <translation>Antworten warten hier, bis sie gesendet werden, damit sie zurückgenommen werden können. Was ein Mailserver aufschiebt oder ablehnt, bleibt sieben Tage hier.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>deskhand::OwnLanguage</name>
    <message>
        <source>That of the computer that sends them</source>
        <translation>Die des Computers, der sie verschickt</translation>
    </message>
</context>
<context>
    <name>deskhand::OwnLanguagePage</name>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Language of my reports</source>
        <translation>Sprache meiner Berichte</translation>
    </message>
    <message>
        <source>Reports that are mailed to you come in this language, with its numbers and dates. The desk keeps it with your name, so it holds on every computer.</source>
        <translation>Berichte, die Sie per E-Mail bekommen, sind in dieser Sprache, mit ihren Zahlen und Daten. Der Desk hebt sie bei Ihrem Namen auf; sie gilt an jedem Computer.</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>Es wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>My language</source>
        <translation>Meine Sprache</translation>
    </message>
</context>
<context>
    <name>deskhand::PaletteModel</name>
    <message>
        <source>Recent</source>
        <translation>Zuletzt verwendet</translation>
    </message>
</context>
<context>
    <name>deskhand::PasswordDialog</name>
    <message>
        <source>Keep it in this computer&apos;s &amp;keychain</source>
        <translation>Im &amp;Schlüsselbund dieses Rechners aufbewahren</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password for “%1”</source>
        <translation>Passwort für „%1“</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
</context>
<context>
    <name>deskhand::PersonPaletteSource</name>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
</context>
<context>
    <name>deskhand::PoliciesPage</name>
    <message>
        <source>The policies were not changed.</source>
        <translation>Die Richtlinien wurden nicht geändert.</translation>
    </message>
    <message>
        <source>Add a policy…</source>
        <translation>Richtlinie hinzufügen…</translation>
    </message>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>service level</source>
        <translation>Servicelevel</translation>
    </message>
    <message>
        <source>response time</source>
        <translation>Antwortzeit</translation>
    </message>
    <message>
        <source>resolution time</source>
        <translation>Lösungszeit</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>OLA</source>
        <translation>OLA</translation>
    </message>
    <message>
        <source>The order is not saved yet.</source>
        <translation>Die Reihenfolge ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Back to the saved order</source>
        <translation>Zurück zur gespeicherten Reihenfolge</translation>
    </message>
    <message>
        <source>Save the order…</source>
        <translation>Reihenfolge speichern…</translation>
    </message>
    <message>
        <source>The first policy whose condition a ticket satisfies is the one that it goes by. Drag them, or move them with Ctrl+Up and Ctrl+Down.</source>
        <translation>Für ein Ticket gilt die erste Richtlinie, deren Bedingung es erfüllt. Ziehen Sie die Richtlinien mit der Maus, oder verschieben Sie sie mit Strg+Hoch und Strg+Runter.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Try it earlier</source>
        <translation>Früher prüfen</translation>
    </message>
    <message>
        <source>Try it later</source>
        <translation>Später prüfen</translation>
    </message>
    <message>
        <source>Try it earlier (Ctrl+Up)</source>
        <translation>Früher prüfen (Strg+Hoch)</translation>
    </message>
    <message>
        <source>Try it later (Ctrl+Down)</source>
        <translation>Später prüfen (Strg+Runter)</translation>
    </message>
    <message>
        <source>SLA policies in their order</source>
        <translation>SLA-Richtlinien in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop re-timing tickets</source>
        <translation>Neuberechnung der Tickets stoppen</translation>
    </message>
    <message>
        <source>Nothing is promised yet</source>
        <translation>Noch ist nichts zugesagt</translation>
    </message>
    <message>
        <source>A policy says within which time tickets are answered and solved, and who is told before it is too late.</source>
        <translation>Eine Richtlinie sagt, innerhalb welcher Zeit Tickets beantwortet und gelöst werden und wer benachrichtigt wird, bevor es zu spät ist.</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what is done, how far it is</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>%1 aktivieren</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>%1 deaktivieren</translation>
    </message>
    <message>
        <source>Another order of policies</source>
        <translation>Eine andere Reihenfolge der Richtlinien</translation>
    </message>
    <message>
        <source>SLA policies</source>
        <translation>SLA-Richtlinien</translation>
    </message>
</context>
<context>
    <name>deskhand::PolicyDialog</name>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>All tickets, or: queue:network organization:&quot;Contoso&quot;</source>
        <translation>Alle Tickets, oder: queue:network organization:&quot;Contoso&quot;</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>For tickets</source>
        <translation>Für Tickets</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>4h and 30m are working time, 2wd working days, 90m calendar counts round the clock; an empty cell promises nothing. A grey time is that of the others.</source>
        <translation>4h und 30m sind Arbeitszeit, 2wd sind Arbeitstage, 90m calendar zählt rund um die Uhr; eine leere Zelle sagt nichts zu. Eine graue Zeit ist die der übrigen.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Was wäre wenn…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>&amp;Promises</source>
        <translation>&amp;Zusagen</translation>
    </message>
    <message>
        <source>Wa&amp;rnings and escalation</source>
        <translation>Wa&amp;rnungen und Eskalation</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Ausprobieren</translation>
    </message>
    <message>
        <source>The policy was not saved.</source>
        <translation>Die Richtlinie wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>That of the ticket&apos;s queue</source>
        <translation>Der Kalender der Queue des Tickets</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>Neue Richtlinie</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>Richtlinie %1</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Free words cannot choose a policy reliably: ask for fields instead.</source>
        <translation>Freie Wörter können eine Richtlinie nicht verlässlich auswählen: Fragen Sie stattdessen nach Feldern.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) match now; an earlier policy may take some of them.</source>
        <translation>
            <numerusform>Derzeit passt %n Ticket; vielleicht fällt es unter eine frühere Richtlinie.</numerusform>
            <numerusform>Derzeit passen %n Tickets; einige davon fallen vielleicht unter eine frühere Richtlinie.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new policy %1</source>
        <translation>Die neue Richtlinie %1</translation>
    </message>
    <message>
        <source>A new version of %1</source>
        <translation>Eine neue Version von %1</translation>
    </message>
    <message>
        <source>If %1 had always been so</source>
        <translation>Wenn %1 schon immer so gewesen wäre</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Throw away what you changed?</source>
        <translation>Verwerfen, was Sie geändert haben?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>deskhand::PolicyListModel</name>
    <message>
        <source>%1. %2</source>
        <comment>place of a policy, its name</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>all tickets</source>
        <translation>alle Tickets</translation>
    </message>
</context>
<context>
    <name>deskhand::PolicyPresenter</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
    <message>
        <source>The policy needs a name.</source>
        <translation>Die Richtlinie braucht einen Namen.</translation>
    </message>
    <message>
        <source>The condition cannot be read.</source>
        <translation>Die Bedingung ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>a target, a priority: what is wrong</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>other priorities</source>
        <translation>übrige Prioritäten</translation>
    </message>
    <message>
        <source>The condition of the level “%1” cannot be read.</source>
        <translation>Die Bedingung der Stufe „%1“ ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
</context>
<context>
    <name>deskhand::PresenceBoard</name>
    <message>
        <source>%1 is writing a reply</source>
        <translation>%1 schreibt eine Antwort</translation>
    </message>
    <message>
        <source>%1 and %2 are writing replies</source>
        <translation>%1 und %2 schreiben Antworten</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are writing replies</source>
        <translation>
            <numerusform>%1 und %n weitere Person schreiben Antworten</numerusform>
            <numerusform>%1 und %n weitere schreiben Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is looking at this</source>
        <translation>%1 sieht sich das an</translation>
    </message>
    <message>
        <source>%1 and %2 are looking at this</source>
        <translation>%1 und %2 sehen sich das an</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are looking at this</source>
        <translation>
            <numerusform>%1 und %n weitere Person sehen sich das an</numerusform>
            <numerusform>%1 und %n weitere sehen sich das an</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::PreviewDialog</name>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>only the beginning is shown</source>
        <translation>nur der Anfang wird angezeigt</translation>
    </message>
</context>
<context>
    <name>deskhand::Program</name>
    <message>
        <source>&amp;Open another desk…</source>
        <translation>Anderen Desk ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>The demo desk was not made.</source>
        <translation>Der Demo-Desk wurde nicht erstellt.</translation>
    </message>
    <message>
        <source>Making a demo desk</source>
        <translation>Demo-Desk wird erstellt</translation>
    </message>
    <message>
        <source>%1 of %2 tickets</source>
        <translation>%1 von %2 Tickets</translation>
    </message>
    <message>
        <source>The desk was not made.</source>
        <translation>Der Desk wurde nicht erstellt.</translation>
    </message>
    <message>
        <source>%1 was not opened.</source>
        <translation>%1 wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours have not reached the desk.</source>
        <translation>
            <numerusform>%n Änderung von Ihnen hat den Desk nicht erreicht.</numerusform>
            <numerusform>%n Änderungen von Ihnen haben den Desk nicht erreicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replies, notes and new tickets among them are kept as drafts and can be sent the next time. Other changes are lost when you leave now.</source>
        <translation>Antworten, Notizen und neue Tickets darunter bleiben als Entwürfe und können das nächste Mal gesendet werden. Andere Änderungen gehen verloren, wenn Sie jetzt gehen.</translation>
    </message>
    <message>
        <source>Wait for the desk</source>
        <translation>Auf den Desk warten</translation>
    </message>
    <message>
        <source>Leave now</source>
        <translation>Jetzt gehen</translation>
    </message>
    <message>
        <source>Mail has not left yet</source>
        <translation>E-Mails sind noch nicht gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) that you have just sent still wait.</source>
        <translation>
            <numerusform>%n E-Mail, die Sie gerade gesendet haben, wartet noch.</numerusform>
            <numerusform>%n E-Mails, die Sie gerade gesendet haben, warten noch.</numerusform>
        </translation>
    </message>
    <message>
        <source>This program sends the mail of this desk. What waits is kept: it leaves when Deskhand runs the next time, and can be taken back until then.</source>
        <translation>Dieses Programm sendet die E-Mails dieses Desks. Was wartet, bleibt erhalten: Es wird gesendet, wenn Deskhand das nächste Mal läuft, und kann bis dahin zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>The copy on this computer could not be removed.</source>
        <translation>Die Kopie auf diesem Computer konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>My &amp;account…</source>
        <translation>Mein &amp;Konto…</translation>
    </message>
    <message>
        <source>“%1” was removed from this computer</source>
        <translation>„%1“ wurde von diesem Computer entfernt</translation>
    </message>
</context>
<context>
    <name>deskhand::PropertiesForm</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Eingang per</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Schlagwort hinzufügen…</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine Angabe</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Aufwand</translation>
    </message>
</context>
<context>
    <name>deskhand::QueueMailPage</name>
    <message>
        <source>The queue was not changed.</source>
        <translation>Die Queue wurde nicht geändert.</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>Folgenachricht</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>wieder öffnen</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>Eingangsbestätigung</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Replies leave by</source>
        <translation>Antworten gehen über</translation>
    </message>
    <message>
        <source>Acknowledges</source>
        <translation>Bestätigt Eingang</translation>
    </message>
    <message>
        <source>A late answer</source>
        <translation>Späte Antwort</translation>
    </message>
    <message>
        <source>Acknowledge new tickets</source>
        <translation>Eingang neuer Tickets bestätigen</translation>
    </message>
    <message>
        <source>Reopens the ticket for some days, then opens a new one</source>
        <translation>Öffnet das Ticket einige Tage lang wieder, eröffnet danach ein neues</translation>
    </message>
    <message>
        <source>Always reopens the ticket</source>
        <translation>Öffnet das Ticket in jedem Fall wieder</translation>
    </message>
    <message>
        <source>Opens a new ticket, linked to the closed one</source>
        <translation>Eröffnet ein neues Ticket, verknüpft mit dem geschlossenen</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Those that come by mail, where there is a text for it: see “Texts”.</source>
        <translation>Bei Tickets, die per E-Mail eingehen, wenn es einen Text dafür gibt: siehe „Texte“.</translation>
    </message>
    <message>
        <source>To a ticket that is closed. One that is only solved is reopened. A mail that says thank you and nothing else changes no state.</source>
        <translation>Auf ein geschlossenes Ticket. Ein nur gelöstes wird wieder geöffnet. Eine E-Mail, die nur Danke sagt, ändert keinen Status.</translation>
    </message>
    <message>
        <source>Reopens for</source>
        <translation>Wieder öffnen für</translation>
    </message>
    <message>
        <source>After closing.</source>
        <translation>Nach dem Schließen.</translation>
    </message>
    <message>
        <source>For administrators</source>
        <translation>Für die Administration</translation>
    </message>
    <message>
        <source>What queues do with mail is set by the administrators of this desk: %1.</source>
        <translation>Was Queues mit E-Mails tun, legt die Administration dieses Desks fest: %1.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>The mailbox of %1</source>
        <translation>Das Postfach von %1</translation>
    </message>
    <message>
        <source>The first mailbox that sends</source>
        <translation>Das erste Postfach, das sendet</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Queues and mail</source>
        <translation>Queues und E-Mail</translation>
    </message>
</context>
<context>
    <name>deskhand::QueuedCommandModel</name>
    <message>
        <source>Waits to be sent</source>
        <translation>Wartet auf das Senden</translation>
    </message>
    <message>
        <source>Being sent, attempt %1</source>
        <translation>Wird gesendet, Versuch %1</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Held: there are messages that you had not seen</source>
        <translation>Zurückgehalten: Es gibt Nachrichten, die Sie nicht gesehen hatten</translation>
    </message>
    <message>
        <source>Conflict with %1</source>
        <translation>Konflikt mit %1</translation>
    </message>
    <message>
        <source>Refused: you may not do this (any more)</source>
        <translation>Abgelehnt: Sie dürfen das nicht (mehr)</translation>
    </message>
    <message>
        <source>Refused: it is no longer there for you</source>
        <translation>Abgelehnt: Für Sie ist es nicht mehr da</translation>
    </message>
    <message>
        <source>Refused: somebody was faster</source>
        <translation>Abgelehnt: Jemand war schneller</translation>
    </message>
    <message>
        <source>Refused: the service does not accept it</source>
        <translation>Abgelehnt: Der Dienst nimmt es nicht an</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>It is sent as soon as the service can be reached, and done once.</source>
        <translation>Es wird gesendet, sobald der Dienst erreichbar ist, und geschieht einmal.</translation>
    </message>
    <message>
        <source>Somebody wrote in the ticket before your text arrived. It was not posted: read what is new, then post it as it is, or take the text and write anew.</source>
        <translation>Jemand hat in dem Ticket geschrieben, bevor Ihr Text ankam. Er wurde nicht eingestellt: Lesen Sie, was neu ist, und stellen Sie ihn dann ein, wie er ist, oder nehmen Sie den Text und schreiben Sie neu.</translation>
    </message>
    <message>
        <source>Somebody had set the same before your change arrived. Theirs stays until you say otherwise.</source>
        <translation>Jemand hatte dasselbe gesetzt, bevor Ihre Änderung ankam. Der andere Wert bleibt, bis Sie etwas anderes sagen.</translation>
    </message>
    <message>
        <source>The service did not do it. What you wrote is here, word by word; giving it up takes it away.</source>
        <translation>Der Dienst hat es nicht getan. Was Sie geschrieben haben, steht hier, Wort für Wort; wenn Sie es aufgeben, ist es weg.</translation>
    </message>
    <message>
        <source>Post anyway</source>
        <translation>Trotzdem einstellen</translation>
    </message>
    <message>
        <source>Set mine</source>
        <translation>Meinen setzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Anderen behalten</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>Der Dienst sagt: %1</translation>
    </message>
    <message>
        <source>The service fails at it again and again. What you wrote is here, word by word; before you give it up, look whether it has been done.</source>
        <translation>Der Dienst scheitert immer wieder daran. Was Sie geschrieben haben, steht hier Wort für Wort; sehen Sie nach, ob es geschehen ist, bevor Sie es aufgeben.</translation>
    </message>
</context>
<context>
    <name>deskhand::ReconciliationView</name>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Each number…</source>
        <translation>Alle Zahlen…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
</context>
<context>
    <name>deskhand::RelatedCard</name>
    <message>
        <source>Follows up</source>
        <translation>Folgt auf</translation>
    </message>
    <message>
        <source>Followed up by</source>
        <translation>Darauf folgt</translation>
    </message>
    <message>
        <source>Split off from</source>
        <translation>Abgetrennt von</translation>
    </message>
    <message>
        <source>Split off from here</source>
        <translation>Von hier abgetrennt</translation>
    </message>
    <message>
        <source>Merged by %1, %2</source>
        <translation>Zusammengeführt von %1, %2</translation>
    </message>
    <message>
        <source>Merged %1</source>
        <translation>Zusammengeführt %1</translation>
    </message>
    <message>
        <source>Unmerge…</source>
        <translation>Zusammenführung aufheben…</translation>
    </message>
    <message>
        <source>Unmerge #%1</source>
        <translation>Zusammenführung mit #%1 aufheben</translation>
    </message>
</context>
<context>
    <name>deskhand::ReminderTimes</name>
    <message>
        <source>In 3 hours</source>
        <translation>In 3 Stunden</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Morgen früh</translation>
    </message>
    <message>
        <source>In 2 days</source>
        <translation>In 2 Tagen</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>Nächsten Montag</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>In zwei Wochen</translation>
    </message>
    <message>
        <source>Without a reminder</source>
        <translation>Ohne Erinnerung</translation>
    </message>
    <message>
        <source>Today 17:00</source>
        <translation>Heute 17:00</translation>
    </message>
    <message>
        <source>Tomorrow 17:00</source>
        <translation>Morgen 17:00</translation>
    </message>
    <message>
        <source>Friday 17:00</source>
        <translation>Freitag 17:00</translation>
    </message>
    <message>
        <source>Monday 17:00</source>
        <translation>Montag 17:00</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>In einem Monat</translation>
    </message>
    <message>
        <source>No due date</source>
        <translation>Keine Fälligkeit</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>In 1 Stunde</translation>
    </message>
    <message>
        <source>Today 18:00</source>
        <translation>Heute 18:00</translation>
    </message>
    <message>
        <source>Tomorrow 08:00</source>
        <translation>Morgen 08:00</translation>
    </message>
    <message>
        <source>Monday 08:00</source>
        <translation>Montag 08:00</translation>
    </message>
</context>
<context>
    <name>deskhand::ReplyQuote</name>
    <message>
        <source>On %1, %2 wrote:</source>
        <translation>Am %1 schrieb %2:</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportBuilderDialog</name>
    <message>
        <source>S&amp;hared with every agent</source>
        <translation>Mit allen Agenten &amp;geteilt</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>All tickets, or: queue:finance owner:&quot;Sarah Lind&quot;</source>
        <translation>Alle Tickets, oder: queue:finance owner:&quot;Sarah Lind&quot;</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Kennzahl</translation>
    </message>
    <message>
        <source>&amp;Told as</source>
        <translation>An&amp;gegeben als</translation>
    </message>
    <message>
        <source>&amp;Counting</source>
        <translation>&amp;Zählweise</translation>
    </message>
    <message>
        <source>&amp;Variant</source>
        <translation>&amp;Variante</translation>
    </message>
    <message>
        <source>Reopened within &amp;days</source>
        <translation>Wiedereröffnet innerhalb von &amp;Tagen</translation>
    </message>
    <message>
        <source>&amp;Split by</source>
        <translation>&amp;Aufgeteilt nach</translation>
    </message>
    <message>
        <source>&amp;and by</source>
        <translation>&amp;und nach</translation>
    </message>
    <message>
        <source>Which tickets</source>
        <translation>Welche Tickets</translation>
    </message>
    <message>
        <source>&amp;Which tickets</source>
        <translation>&amp;Welche Tickets</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>Z&amp;eitraum</translation>
    </message>
    <message>
        <source>C&amp;ompared with</source>
        <translation>Verglichen &amp;mit</translation>
    </message>
    <message>
        <source>Which other tickets</source>
        <translation>Welche anderen Tickets</translation>
    </message>
    <message>
        <source>Whic&amp;h others</source>
        <translation>Welc&amp;he anderen</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>&amp;Bild</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Report on the dashboard</source>
        <translation>Bericht auf dem Dashboard</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Neuer Bericht</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>Zwischen zwei Tagen …</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportBuilderPresenter</name>
    <message>
        <source>%1: %2</source>
        <comment>what is asked, of which tickets</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The condition is not complete.</source>
        <translation>Die Bedingung ist nicht vollständig.</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportCard</name>
    <message>
        <source>Menu of “%1”</source>
        <translation>Menü von „%1“</translation>
    </message>
    <message>
        <source>What can be done with this report</source>
        <translation>Was mit diesem Bericht getan werden kann</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a report and its number</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open the tickets behind it</source>
        <translation>Die Tickets dahinter öffnen</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>&amp;Open its tickets</source>
        <translation>Tickets ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;How it is counted</source>
        <translation>&amp;Wie gezählt wird</translation>
    </message>
    <message>
        <source>&amp;Count again</source>
        <translation>&amp;Neu zählen</translation>
    </message>
    <message>
        <source>&amp;Edit report…</source>
        <translation>Bericht &amp;bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Remove from the dashboard</source>
        <translation>Vom Dashboard &amp;entfernen</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportCardPresenter</name>
    <message>
        <source>Only what is on this computer</source>
        <translation>Nur was auf diesem Computer ist</translation>
    </message>
    <message>
        <source>Not up to date: the desk could not be asked</source>
        <translation>Nicht aktuell: Der Desk konnte nicht gefragt werden</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not counted yet</source>
        <translation>
            <numerusform>%n Änderung noch nicht gezählt</numerusform>
            <numerusform>%n Änderungen noch nicht gezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Only admins, leads and managers of queues may compare people.</source>
        <translation>Nur Administratoren, Leitungen und Verantwortliche von Queues dürfen Personen vergleichen.</translation>
    </message>
    <message>
        <source>The desk cannot be reached.</source>
        <translation>Der Desk ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The report could not be made.</source>
        <translation>Der Bericht konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>median, last 30 days</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>of %n ticket(s), also those not ended yet</source>
        <translation>
            <numerusform>von %n Ticket, auch wenn es noch nicht zu Ende ist</numerusform>
            <numerusform>von %n Tickets, auch den noch nicht beendeten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::ReportFilterBar</name>
    <message>
        <source>Between two days</source>
        <translation>Zwischen zwei Tagen</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;To, with that day</source>
        <translation>&amp;Bis, mit diesem Tag</translation>
    </message>
    <message>
        <source>Filter of the dashboard</source>
        <translation>Filter des Dashboards</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Each card&apos;s period</source>
        <translation>Zeitraum jeder Karte</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>Alle Queues</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle Personen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>All priorities</source>
        <translation>Alle Prioritäten</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>Alle Kanäle</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Zone of the desk</source>
        <translation>Zone des Desks</translation>
    </message>
    <message>
        <source>Each card&apos;s own</source>
        <translation>Die eigene jeder Karte</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>Zwischen zwei Tagen …</translation>
    </message>
    <message>
        <source>Queue, with those below it</source>
        <translation>Queue, mit denen darunter</translation>
    </message>
    <message>
        <source>Category, with those below it</source>
        <translation>Kategorie, mit denen darunter</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportPaper</name>
    <message>
        <source>%1 at %2 (%3)</source>
        <comment>a date, a time and its zone</comment>
        <translation>%1 um %2 (%3)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>subject of a report&apos;s mail: its name and date</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>Trial: %1</source>
        <translation>Probe: %1</translation>
    </message>
    <message>
        <source>Only admins, leads and managers of queues may compare people.</source>
        <translation>Nur Administratoren, Leitungen und Verantwortliche von Queues dürfen Personen vergleichen.</translation>
    </message>
    <message>
        <source>The report could not be made.</source>
        <translation>Der Bericht konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a period and its dates</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln Ticket</numerusform>
            <numerusform>%Ln Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) not counted yet</source>
        <translation>
            <numerusform>%Ln Änderung noch nicht gezählt</numerusform>
            <numerusform>%Ln Änderungen noch nicht gezählt</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a trial that you have asked for yourself.</source>
        <translation>Dies ist eine Probe, die Sie selbst angefordert haben.</translation>
    </message>
    <message>
        <source>You get this because “%1” is mailed to you %2.</source>
        <translation>Sie erhalten diese Mail, weil „%1“ Ihnen %2 geschickt wird.</translation>
    </message>
    <message>
        <source>Counted are the tickets that you may see.</source>
        <translation>Gezählt sind die Tickets, die Sie sehen dürfen.</translation>
    </message>
    <message>
        <source>In Deskhand, under Reports, every number of “%1” opens its tickets.</source>
        <translation>In Deskhand öffnet unter Berichte jede Zahl von „%1“ ihre Tickets.</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportSendings</name>
    <message>
        <source>somebody</source>
        <translation>jemanden</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>it is tried again</source>
        <translation>wird erneut versucht</translation>
    </message>
    <message>
        <source>it is tried again: %1</source>
        <translation>wird erneut versucht: %1</translation>
    </message>
    <message>
        <source>it came back</source>
        <translation>kam zurück</translation>
    </message>
    <message>
        <source>it came back: %1</source>
        <translation>kam zurück: %1</translation>
    </message>
    <message>
        <source>no longer an active agent</source>
        <translation>kein aktiver Agent mehr</translation>
    </message>
    <message>
        <source>there is no address</source>
        <translation>es gibt keine Adresse</translation>
    </message>
    <message>
        <source>the address is one of the desk&apos;s own mailboxes</source>
        <translation>die Adresse ist ein eigenes Postfach des Desks</translation>
    </message>
    <message>
        <source>no mailbox sends</source>
        <translation>kein Postfach versendet</translation>
    </message>
    <message>
        <source>the report was deleted, or is not shared any more</source>
        <translation>der Bericht wurde gelöscht oder ist nicht mehr geteilt</translation>
    </message>
    <message>
        <source>they may see nothing of it</source>
        <translation>nichts davon darf gesehen werden</translation>
    </message>
    <message>
        <source>the mail could not be made; the log of the jobs says why</source>
        <translation>die Mail konnte nicht erstellt werden; das Protokoll der Jobs sagt warum</translation>
    </message>
    <message>
        <source>it could not be sent</source>
        <translation>konnte nicht gesendet werden</translation>
    </message>
    <message>
        <source>not to %1: %2</source>
        <translation>nicht an %1: %2</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <translation>gesendet an %1</translation>
    </message>
    <message>
        <source>on its way to %1</source>
        <translation>unterwegs an %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>when, what became of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>deskhand::ReportShelfModel</name>
    <message>
        <source>The saved reports could not be read.</source>
        <translation>Die gespeicherten Berichte konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“%1” was not saved.</source>
        <translation>„%1“ wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>It was not deleted.</source>
        <translation>Es wurde nicht gelöscht.</translation>
    </message>
    <message>
        <source>off</source>
        <comment>a schedule</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>geteilt</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>My reports</source>
        <translation>Meine Berichte</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>Sent by mail</source>
        <translation>Per E-Mail verschickt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportWords</name>
    <message>
        <source>SLA compliance</source>
        <translation>SLA-Einhaltung</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Aufkommen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>Backlog and age</source>
        <translation>Rückstand und Alter</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <source>What was promised and kept, and what is about to be missed</source>
        <translation>Was zugesagt und gehalten wurde, und was bald verfehlt wird</translation>
    </message>
    <message>
        <source>What comes in and what is done, when and by which way</source>
        <translation>Was hereinkommt und was erledigt wird, wann und auf welchem Weg</translation>
    </message>
    <message>
        <source>How long people wait for a word and for a solution</source>
        <translation>Wie lange Menschen auf ein Wort und auf eine Lösung warten</translation>
    </message>
    <message>
        <source>What is unsolved, and for how long</source>
        <translation>Was ungelöst ist, und wie lange schon</translation>
    </message>
    <message>
        <source>Who has how much on their desk</source>
        <translation>Wer wie viel auf dem Tisch hat</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>Worum es geht</translation>
    </message>
    <message>
        <source>What came back, went round, or did not arrive</source>
        <translation>Was zurückkam, herumging oder nicht ankam</translation>
    </message>
    <message>
        <source>Kept today</source>
        <translation>Heute gehalten</translation>
    </message>
    <message>
        <source>Kept this week</source>
        <translation>Diese Woche gehalten</translation>
    </message>
    <message>
        <source>Kept this month</source>
        <translation>Diesen Monat gehalten</translation>
    </message>
    <message>
        <source>At risk now</source>
        <translation>Jetzt gefährdet</translation>
    </message>
    <message>
        <source>At risk now, by queue</source>
        <translation>Jetzt gefährdet, nach Queue</translation>
    </message>
    <message>
        <source>Promises kept, day by day</source>
        <translation>Gehaltene Zusagen, Tag für Tag</translation>
    </message>
    <message>
        <source>Met and missed by target</source>
        <translation>Eingehalten und verfehlt nach Ziel</translation>
    </message>
    <message>
        <source>Why promises were missed</source>
        <translation>Warum Zusagen verfehlt wurden</translation>
    </message>
    <message>
        <source>Met and missed by priority</source>
        <translation>Eingehalten und verfehlt nach Priorität</translation>
    </message>
    <message>
        <source>Met and missed by policy</source>
        <translation>Eingehalten und verfehlt nach Richtlinie</translation>
    </message>
    <message>
        <source>When tickets come in</source>
        <translation>Wann Tickets hereinkommen</translation>
    </message>
    <message>
        <source>How first responses are spread</source>
        <translation>Wie sich erste Antworten verteilen</translation>
    </message>
    <message>
        <source>How resolutions are spread</source>
        <translation>Wie sich Lösungen verteilen</translation>
    </message>
    <message>
        <source>Resolution without waiting, by queue</source>
        <translation>Lösungszeit ohne Warten, nach Queue</translation>
    </message>
    <message>
        <source>Nine of ten are younger than</source>
        <translation>Neun von zehn sind jünger als</translation>
    </message>
    <message>
        <source>From state to state</source>
        <translation>Von Status zu Status</translation>
    </message>
    <message>
        <source>Tickets opened</source>
        <translation>Eröffnete Tickets</translation>
    </message>
    <message>
        <source>Solves</source>
        <translation>Lösungen</translation>
    </message>
    <message>
        <source>Tickets solved</source>
        <translation>Gelöste Tickets</translation>
    </message>
    <message>
        <source>Reopenings</source>
        <translation>Wiedereröffnungen</translation>
    </message>
    <message>
        <source>Tickets reopened</source>
        <translation>Wiedereröffnete Tickets</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Age of the backlog</source>
        <translation>Alter des Rückstands</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>Erste Antwort</translation>
    </message>
    <message>
        <source>Next response</source>
        <translation>Nächste Antwort</translation>
    </message>
    <message>
        <source>Resolution time</source>
        <translation>Lösungszeit</translation>
    </message>
    <message>
        <source>Time to the first solution</source>
        <translation>Zeit bis zur ersten Lösung</translation>
    </message>
    <message>
        <source>First-contact resolution</source>
        <translation>Lösung beim ersten Kontakt</translation>
    </message>
    <message>
        <source>Reopen rate</source>
        <translation>Wiedereröffnungsrate</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Berührungen</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Weiterleitungen</translation>
    </message>
    <message>
        <source>Reassignments</source>
        <translation>Neuzuweisungen</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>Eskalationen</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Last</translation>
    </message>
    <message>
        <source>Bounced mails</source>
        <translation>Unzustellbare E-Mails</translation>
    </message>
    <message>
        <source>Changes of state</source>
        <translation>Statuswechsel</translation>
    </message>
    <message>
        <source>Tickets that were opened in the period, whatever became of them.</source>
        <translation>Tickets, die im Zeitraum eröffnet wurden, was auch immer aus ihnen wurde.</translation>
    </message>
    <message>
        <source>How often tickets became solved or closed in the period. A ticket that was solved twice counts twice.</source>
        <translation>Wie oft Tickets im Zeitraum gelöst oder geschlossen wurden. Ein zweimal gelöstes Ticket zählt zweimal.</translation>
    </message>
    <message>
        <source>Tickets that became solved or closed in the period at least once, each once, also if they were reopened later.</source>
        <translation>Tickets, die im Zeitraum mindestens einmal gelöst oder geschlossen wurden, jedes einmal, auch wenn sie später wiedereröffnet wurden.</translation>
    </message>
    <message>
        <source>How often a solved or closed ticket became unresolved in the period.</source>
        <translation>Wie oft ein gelöstes oder geschlossenes Ticket im Zeitraum wieder offen wurde.</translation>
    </message>
    <message>
        <source>Tickets that were solved or closed and became unresolved in the period, each once.</source>
        <translation>Tickets, die gelöst oder geschlossen waren und im Zeitraum wieder offen wurden, jedes einmal.</translation>
    </message>
    <message>
        <source>Tickets that had been opened and were not solved at the end of each span, found by replaying their history, not by today&apos;s state.</source>
        <translation>Tickets, die am Ende jedes Abschnitts eröffnet und nicht gelöst waren, aus ihrem Verlauf nachvollzogen, nicht nach dem heutigen Status.</translation>
    </message>
    <message>
        <source>Of the tickets unresolved at the end of the period: the time since they were opened.</source>
        <translation>Von den am Ende des Zeitraums ungelösten Tickets: die Zeit seit ihrer Eröffnung.</translation>
    </message>
    <message>
        <source>Of tickets that a customer opened in the period: the time until the first public reply or call of an agent. Automatic answers do not count.</source>
        <translation>Von Tickets, die ein Kunde im Zeitraum eröffnet hat: die Zeit bis zur ersten öffentlichen Antwort oder zum ersten Anruf eines Agenten. Automatische Antworten zählen nicht.</translation>
    </message>
    <message>
        <source>Of messages that customers wrote in the period after the first response: the time until the next public reply or call of an agent. Of several messages in a row the oldest counts.</source>
        <translation>Von Nachrichten, die Kunden im Zeitraum nach der ersten Antwort geschrieben haben: die Zeit bis zur nächsten öffentlichen Antwort oder zum nächsten Anruf eines Agenten. Von mehreren Nachrichten hintereinander zählt die älteste.</translation>
    </message>
    <message>
        <source>Of tickets whose last solve is in the period and that are still solved: the time from the opening to that solve.</source>
        <translation>Von Tickets, deren letzte Lösung im Zeitraum liegt und die noch gelöst sind: die Zeit von der Eröffnung bis zu dieser Lösung.</translation>
    </message>
    <message>
        <source>Of tickets whose first solve is in the period: the time from the opening to it, also if they were reopened later.</source>
        <translation>Von Tickets, deren erste Lösung im Zeitraum liegt: die Zeit von der Eröffnung bis dahin, auch wenn sie später wiedereröffnet wurden.</translation>
    </message>
    <message>
        <source>Of the promised times that were met or missed in the period: the share that was met. A target that is missed counts on the day it was missed, also while it goes on. Cancelled ones do not count; running ones do not count until they are over.</source>
        <translation>Von den zugesagten Zeiten, die im Zeitraum eingehalten oder verfehlt wurden: der Anteil der eingehaltenen. Ein verfehltes Ziel zählt an dem Tag, an dem es verfehlt wurde, auch wenn es weiterläuft. Abgebrochene zählen nicht; laufende zählen erst, wenn sie enden.</translation>
    </message>
    <message numerus="yes">
        <source>Of the tickets solved in the period: those that a customer opened, with exactly one public reply or call of an agent until the solve, and that no word of the requester reopened within %n day(s).</source>
        <translation>
            <numerusform>Von den im Zeitraum gelösten Tickets: die, die ein Kunde eröffnet hat, mit genau einer öffentlichen Antwort oder einem Anruf eines Agenten bis zur Lösung, und die kein Wort des Anfragenden innerhalb von %n Tag wiedereröffnet hat.</numerusform>
            <numerusform>Von den im Zeitraum gelösten Tickets: die, die ein Kunde eröffnet hat, mit genau einer öffentlichen Antwort oder einem Anruf eines Agenten bis zur Lösung, und die kein Wort des Anfragenden innerhalb von %n Tagen wiedereröffnet hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the tickets solved in the period: those with fewer than two public replies, also none.</source>
        <translation>Von den im Zeitraum gelösten Tickets: die mit weniger als zwei öffentlichen Antworten, auch die ohne.</translation>
    </message>
    <message>
        <source>Of the tickets solved in the period: those with exactly one public reply.</source>
        <translation>Von den im Zeitraum gelösten Tickets: die mit genau einer öffentlichen Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>Of the tickets solved in the period: those that the requester reopened within %n day(s). Counted on the day of the solve, so young days can still rise.</source>
        <translation>
            <numerusform>Von den im Zeitraum gelösten Tickets: die, die der Anfragende innerhalb von %n Tag wiedereröffnet hat. Gezählt am Tag der Lösung, also können junge Tage noch steigen.</numerusform>
            <numerusform>Von den im Zeitraum gelösten Tickets: die, die der Anfragende innerhalb von %n Tagen wiedereröffnet hat. Gezählt am Tag der Lösung, also können junge Tage noch steigen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Public replies, calls and internal notes that agents wrote in the period.</source>
        <translation>Öffentliche Antworten, Anrufe und interne Notizen, die Agenten im Zeitraum geschrieben haben.</translation>
    </message>
    <message>
        <source>How often tickets went from one queue to another in the period.</source>
        <translation>Wie oft Tickets im Zeitraum von einer Queue in eine andere gingen.</translation>
    </message>
    <message>
        <source>How often tickets went from one owner to another in the period. Taking a ticket that nobody had is none.</source>
        <translation>Wie oft Tickets im Zeitraum von einem Besitzer zu einem anderen gingen. Ein Ticket zu nehmen, das niemand hatte, zählt nicht.</translation>
    </message>
    <message>
        <source>Levels of SLA policies that were reached in the period.</source>
        <translation>Stufen von SLA-Richtlinien, die im Zeitraum erreicht wurden.</translation>
    </message>
    <message>
        <source>Unresolved tickets that somebody owned at the end of each span, found by replaying their history.</source>
        <translation>Ungelöste Tickets, die am Ende jedes Abschnitts jemandem gehörten, aus ihrem Verlauf nachvollzogen.</translation>
    </message>
    <message>
        <source>Mails of the period that did not reach one of their recipients.</source>
        <translation>E-Mails des Zeitraums, die einen ihrer Empfänger nicht erreicht haben.</translation>
    </message>
    <message>
        <source>Changes from one state to another in the period.</source>
        <translation>Wechsel von einem Status in einen anderen im Zeitraum.</translation>
    </message>
    <message>
        <source>What was cancelled; what still runs and is not late. Tickets that were merged away end their targets without a verdict, unless those had been missed.</source>
        <translation>Was abgebrochen wurde; was noch läuft und nicht verspätet ist. Bei zusammengeführten Tickets enden die Ziele ohne Urteil, außer sie waren schon verfehlt.</translation>
    </message>
    <message>
        <source>What was solved or merged without an answer. What nobody has answered yet is in no time; how many those are is said beside the number.</source>
        <translation>Was ohne Antwort gelöst oder zusammengeführt wurde. Was noch niemand beantwortet hat, ist in keiner Zeit enthalten; wie viele das sind, steht neben der Zahl.</translation>
    </message>
    <message>
        <source>Tickets that were merged into others; tickets that are not solved.</source>
        <translation>Tickets, die in andere zusammengeführt wurden; Tickets, die nicht gelöst sind.</translation>
    </message>
    <message>
        <source>Tickets that had been merged into others.</source>
        <translation>Tickets, die in andere zusammengeführt worden waren.</translation>
    </message>
    <message>
        <source>Merging a ticket into another, which is no solve.</source>
        <translation>Das Zusammenführen eines Tickets mit einem anderen, was keine Lösung ist.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Durchschnitt</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>90th percentile</source>
        <translation>90. Perzentil</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>95. Perzentil</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Queue at the time</source>
        <translation>Damalige Queue</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Owner at the time</source>
        <translation>Damaliger Besitzer</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Priority at the time</source>
        <translation>Damalige Priorität</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>SLA policy</source>
        <translation>SLA-Richtlinie</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Reason of the breach</source>
        <translation>Grund der Verfehlung</translation>
    </message>
    <message>
        <source>State before</source>
        <translation>Status davor</translation>
    </message>
    <message>
        <source>State after</source>
        <translation>Status danach</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Stunde</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Wochentag</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quartal</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Round the clock</source>
        <translation>Rund um die Uhr</translation>
    </message>
    <message>
        <source>In working hours</source>
        <translation>In Arbeitszeit</translation>
    </message>
    <message>
        <source>Without the time spent waiting for others</source>
        <translation>Ohne die Zeit des Wartens auf andere</translation>
    </message>
    <message>
        <source>one reply, not reopened</source>
        <translation>eine Antwort, nicht wiedereröffnet</translation>
    </message>
    <message>
        <source>fewer than two replies</source>
        <translation>weniger als zwei Antworten</translation>
    </message>
    <message>
        <source>exactly one reply</source>
        <translation>genau eine Antwort</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>Der Zeitraum davor</translation>
    </message>
    <message>
        <source>The same a year ago</source>
        <translation>Derselbe vor einem Jahr</translation>
    </message>
    <message>
        <source>Other tickets</source>
        <translation>Andere Tickets</translation>
    </message>
    <message>
        <source>Whatever suits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>Number only</source>
        <translation>Nur die Zahl</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Gestapelt</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>Survival curve</source>
        <translation>Überlebenskurve</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Jede Woche</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Jeden Monat</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Dieses Quartal</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Letztes Quartal</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Letztes Jahr</translation>
    </message>
    <message>
        <source>Last days</source>
        <translation>Letzte Tage</translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation>Zwischen zwei Tagen</translation>
    </message>
    <message>
        <source>A report means the same for everybody: “me” and “unread” cannot be asked in it.</source>
        <translation>Ein Bericht bedeutet für alle dasselbe: Nach „me“ und „unread“ kann darin nicht gefragt werden.</translation>
    </message>
    <message>
        <source>Free words cannot be counted. Use fields, such as subject:vpn.</source>
        <translation>Freie Wörter können nicht gezählt werden. Verwenden Sie Felder, etwa subject:vpn.</translation>
    </message>
    <message>
        <source>This measure cannot be split so.</source>
        <translation>Diese Kennzahl kann so nicht aufgeteilt werden.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>Der Zeitraum endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>Choose a period of up to ten years.</source>
        <translation>Wählen Sie einen Zeitraum von höchstens zehn Jahren.</translation>
    </message>
    <message>
        <source>This measure cannot be told so.</source>
        <translation>Diese Kennzahl kann so nicht angegeben werden.</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
        <translation>Diese Zeitzone gibt es nicht.</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>Ein Name ist nötig.</translation>
    </message>
    <message>
        <source>This report cannot be asked.</source>
        <translation>Dieser Bericht kann nicht gefragt werden.</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln value(s)</source>
        <translation>
            <numerusform>von %Ln Wert</numerusform>
            <numerusform>von %Ln Werten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still run(s)</source>
        <translation>
            <numerusform>%Ln läuft noch</numerusform>
            <numerusform>%Ln laufen noch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not ended yet</source>
        <translation>
            <numerusform>%Ln noch nicht beendet</numerusform>
            <numerusform>%Ln noch nicht beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a note</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a date to another</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Letzter %n Tag</numerusform>
            <numerusform>Letzte %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 nach %2</translation>
    </message>
    <message>
        <source>%1 by %2 and %3</source>
        <translation>%1 nach %2 und %3</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Q%1 %2</source>
        <translation>Q%1 %2</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>No reason noted</source>
        <translation>Kein Grund notiert</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>the year before</source>
        <translation>im Jahr davor</translation>
    </message>
    <message>
        <source>all tickets</source>
        <translation>alle Tickets</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>the day before</source>
        <translation>am Tag davor</translation>
    </message>
    <message>
        <source>the week before</source>
        <translation>in der Woche davor</translation>
    </message>
    <message>
        <source>the month before</source>
        <translation>im Monat davor</translation>
    </message>
    <message>
        <source>the quarter before</source>
        <translation>im Quartal davor</translation>
    </message>
    <message numerus="yes">
        <source>the %n day(s) before</source>
        <translation>
            <numerusform>am %n Tag davor</numerusform>
            <numerusform>in den %n Tagen davor</numerusform>
        </translation>
    </message>
    <message>
        <source>the time before</source>
        <translation>in der Zeit davor</translation>
    </message>
    <message>
        <source>nothing to compare in %1</source>
        <translation>kein Vergleich: %1</translation>
    </message>
    <message>
        <source>as in %1</source>
        <translation>wie %1</translation>
    </message>
    <message>
        <source>%1 points</source>
        <comment>of percent</comment>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 more than %2 (%3)</source>
        <translation>%1 mehr als %2 (%3)</translation>
    </message>
    <message>
        <source>%1 less than %2 (%3)</source>
        <translation>%1 weniger als %2 (%3)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
    <message>
        <source>%1, whole days in %2</source>
        <translation>%1, ganze Tage in %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Which tickets</source>
        <translation>Welche Tickets</translation>
    </message>
    <message>
        <source>All that you may see</source>
        <translation>Alle, die Sie sehen dürfen</translation>
    </message>
    <message>
        <source>“%1”, as they are today</source>
        <translation>„%1“, wie sie heute sind</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Each ticket&apos;s own; without one, round the clock</source>
        <translation>Der eigene jedes Tickets; ohne einen rund um die Uhr</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Korrigiert</translation>
    </message>
    <message>
        <source>Each field is the number for one such hour or day: hours that the change of the clocks skips or repeats, and days that occur more often, weigh the same.</source>
        <translation>Jedes Feld ist die Anzahl für eine solche Stunde oder einen solchen Tag: Stunden, die die Zeitumstellung überspringt oder wiederholt, und Tage, die öfter vorkommen, wiegen gleich viel.</translation>
    </message>
    <message>
        <source>Tickets behind it</source>
        <translation>Tickets dahinter</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have not ended and are in no time</source>
        <translation>
            <numerusform>%Ln davon hat nicht geendet und ist in keiner Zeit</numerusform>
            <numerusform>%Ln davon haben nicht geendet und sind in keiner Zeit</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet in it</source>
        <translation>Noch nicht enthalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of the last moments</source>
        <translation>
            <numerusform>%Ln Änderung der letzten Augenblicke</numerusform>
            <numerusform>%Ln Änderungen der letzten Augenblicke</numerusform>
        </translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Only what is on this computer: the service cannot be reached.</source>
        <translation>Nur was auf diesem Computer ist: Der Dienst ist nicht erreichbar.</translation>
    </message>
    <message>
        <source> (%1)</source>
        <comment>a time zone</comment>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>every day at %1%2</source>
        <translation>jeden Tag um %1%2</translation>
    </message>
    <message>
        <source>every %1 at %2%3</source>
        <translation>jeden %1 um %2%3</translation>
    </message>
    <message>
        <source>on day %1 of the month at %2%3</source>
        <translation>am %1. des Monats um %2%3</translation>
    </message>
    <message>
        <source>Kept by queue, worst first</source>
        <translation>Gehalten nach Queue, die schlechteste zuerst</translation>
    </message>
    <message>
        <source>Nine of ten within</source>
        <translation>Neun von zehn binnen</translation>
    </message>
    <message>
        <source>How long tickets stay unsolved</source>
        <translation>Wie lange Tickets ungelöst bleiben</translation>
    </message>
    <message>
        <source>FCR</source>
        <comment>first-contact resolution</comment>
        <translation>Erstlösung</translation>
    </message>
    <message>
        <source>FCR, one touch</source>
        <comment>first-contact resolution</comment>
        <translation>Erstlösung, One-Touch</translation>
    </message>
    <message>
        <source>FCR, one reply</source>
        <comment>first-contact resolution</comment>
        <translation>Erstlösung, 1 Antwort</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Höchstwert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lasted so long</source>
        <translation>
            <numerusform>%Ln dauerte so lange</numerusform>
            <numerusform>%Ln dauerten so lange</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a duration to another</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <comment>of a duration</comment>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>year before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>zum Jahr davor</translation>
    </message>
    <message>
        <source>yesterday</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>zu gestern</translation>
    </message>
    <message>
        <source>day before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>zum Tag davor</translation>
    </message>
    <message>
        <source>week before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>zur Woche davor</translation>
    </message>
    <message>
        <source>month before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>zum Monat davor</translation>
    </message>
    <message>
        <source>quarter before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>zum Quartal davor</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>
            <numerusform>zum Tag davor</numerusform>
            <numerusform>zu den %n Tagen davor</numerusform>
        </translation>
    </message>
    <message>
        <source>time before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>zur Zeit davor</translation>
    </message>
    <message>
        <source>nothing to compare</source>
        <translation>nichts zu vergleichen</translation>
    </message>
    <message>
        <source>as %1</source>
        <comment>the same as in the time before</comment>
        <translation>unverändert %1</translation>
    </message>
    <message>
        <source>%1 vs. %2</source>
        <comment>by how much, against which time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Kurve</translation>
    </message>
    <message>
        <source>Of what began in the period: the share that lasts longer than each time, by Kaplan and Meier. What has not ended by the end of the period counts for as long as it is known to have lasted.</source>
        <translation>Von dem, was im Zeitraum begann: der Anteil, der länger als die jeweilige Zeit dauert, nach Kaplan und Meier. Was am Ende des Zeitraums noch nicht zu Ende ist, zählt so lange, wie es nachweislich gedauert hat.</translation>
    </message>
    <message>
        <source>Time worked, by person</source>
        <translation>Aufwand nach Person</translation>
    </message>
    <message>
        <source>Time worked, by queue</source>
        <translation>Aufwand nach Queue</translation>
    </message>
    <message>
        <source>Time worked, by activity</source>
        <translation>Aufwand nach Tätigkeit</translation>
    </message>
    <message>
        <source>Work time</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>The time that agents have logged as worked on tickets, counted when the work was done. What was removed again does not count. The average is that of a ticket for which something was logged.</source>
        <translation>Die Zeit, die Agenten als Aufwand für Tickets erfasst haben; sie zählt, wann die Arbeit getan wurde. Was wieder entfernt wurde, zählt nicht. Der Durchschnitt ist der eines Tickets, für das etwas erfasst wurde.</translation>
    </message>
    <message>
        <source>Time that nobody has logged. What was logged for a ticket that was merged into another counts for the ticket for which it was logged.</source>
        <translation>Zeit, die niemand erfasst hat. Was für ein Ticket erfasst wurde, das mit einem anderen zusammengeführt wurde, zählt für das Ticket, für das es erfasst wurde.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Tätigkeit</translation>
    </message>
    <message numerus="yes">
        <source>of %n ticket(s)</source>
        <translation>
            <numerusform>von %n Ticket</numerusform>
            <numerusform>von %n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>No activity noted</source>
        <translation>Keine Tätigkeit notiert</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportsPage</name>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Add report…</source>
        <translation>Bericht &amp;hinzufügen …</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Dashboards and reports</source>
        <translation>Dashboards und Berichte</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>Wandtafel</translation>
    </message>
    <message>
        <source>Show on a screen on the wall</source>
        <translation>Auf einem Bildschirm an der Wand zeigen</translation>
    </message>
    <message>
        <source>Menu of the dashboard</source>
        <translation>Menü des Dashboards</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Changed dashboard</source>
        <translation>Geändertes Dashboard</translation>
    </message>
    <message>
        <source>“%1” was changed and not saved.</source>
        <translation>„%1“ wurde geändert und nicht gespeichert.</translation>
    </message>
    <message>
        <source>What was changed is lost when it is left.</source>
        <translation>Was geändert wurde, geht beim Verlassen verloren.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>&amp;Save as mine…</source>
        <translation>Als eigenes &amp;speichern …</translation>
    </message>
    <message>
        <source>An empty dashboard</source>
        <translation>Ein leeres Dashboard</translation>
    </message>
    <message>
        <source>Each card on it answers one question. Add the first report.</source>
        <translation>Jede Karte darauf beantwortet eine Frage. Fügen Sie den ersten Bericht hinzu.</translation>
    </message>
    <message>
        <source>&amp;Save dashboard</source>
        <translation>Dashboard &amp;speichern</translation>
    </message>
    <message>
        <source>Save dashboard &amp;as…</source>
        <translation>Dashboard speichern &amp;unter …</translation>
    </message>
    <message>
        <source>Save dashboard as &amp;PDF…</source>
        <translation>Dashboard als &amp;PDF speichern …</translation>
    </message>
    <message>
        <source>Send by &amp;mail…</source>
        <translation>Per E-&amp;Mail senden …</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen …</translation>
    </message>
    <message>
        <source>S&amp;hared with every agent</source>
        <translation>Mit allen Agenten &amp;geteilt</translation>
    </message>
    <message>
        <source>&amp;Count everything again</source>
        <translation>Alles &amp;neu zählen</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten …</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation>Neues Dashboard</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message numerus="yes">
        <source>A dashboard holds up to %n report(s)</source>
        <translation>
            <numerusform>Ein Dashboard fasst höchstens %n Bericht</numerusform>
            <numerusform>Ein Dashboard fasst höchstens %n Berichte</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as mine</source>
        <translation>Als eigenes speichern</translation>
    </message>
    <message>
        <source>My %1</source>
        <comment>a name for one&apos;s own copy of a dashboard</comment>
        <translation>Mein Dashboard „%1“</translation>
    </message>
    <message>
        <source>Save dashboard</source>
        <translation>Dashboard speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The dashboard was not saved.</source>
        <translation>Das Dashboard wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>Everybody who uses it loses it. The tickets stay as they are.</source>
        <translation>Alle, die es verwenden, verlieren es. Die Tickets bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>The tickets stay as they are.</source>
        <translation>Die Tickets bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportsPlace</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>&amp;Tickets</source>
        <translation>&amp;Tickets</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>&amp;Berichte</translation>
    </message>
    <message>
        <source>&amp;New report…</source>
        <translation>&amp;Neuer Bericht …</translation>
    </message>
    <message>
        <source>New &amp;dashboard…</source>
        <translation>Neues &amp;Dashboard …</translation>
    </message>
    <message>
        <source>&amp;Wallboard</source>
        <translation>&amp;Wandtafel</translation>
    </message>
    <message>
        <source>Dashboard: %1</source>
        <translation>Dashboard: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::RequesterCard</name>
    <message>
        <source>Requester: %1</source>
        <translation>Anfragender: %1</translation>
    </message>
    <message>
        <source>Writes %1</source>
        <translation>Sprache: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket</numerusform>
            <numerusform>%n Tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>VIP</source>
        <translation>VIP</translation>
    </message>
</context>
<context>
    <name>deskhand::SaveScopeDialog</name>
    <message>
        <source>Which tickets go by it?</source>
        <translation>Für welche Tickets gilt dies?</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>Es wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>No ticket that is there changes.</source>
        <translation>Kein vorhandenes Ticket ändert sich.</translation>
    </message>
</context>
<context>
    <name>deskhand::SavedDeskDelegate</name>
    <message>
        <source>open now</source>
        <translation>jetzt offen</translation>
    </message>
</context>
<context>
    <name>deskhand::ScheduleDialog</name>
    <message>
        <source>With a &amp;PDF</source>
        <translation>Mit einem &amp;PDF</translation>
    </message>
    <message>
        <source>Is s&amp;ent</source>
        <translation>Wird v&amp;erschickt</translation>
    </message>
    <message>
        <source>Send by mail</source>
        <translation>Per E-Mail senden</translation>
    </message>
    <message>
        <source>Zone of the desk (%1)</source>
        <translation>Zone des Desks (%1)</translation>
    </message>
    <message>
        <source>&amp;How often</source>
        <translation>Wie &amp;oft</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Tag</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>&amp;Um</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Readers</source>
        <translation>&amp;Leser</translation>
    </message>
    <message>
        <source>&amp;Last times</source>
        <translation>&amp;Letzte Male</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a day of the month</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Is not sent.</source>
        <translation>Wird nicht verschickt.</translation>
    </message>
    <message>
        <source>Choose who reads it. Everybody gets what they may see, in their language.</source>
        <translation>Wählen Sie, wer ihn liest. Alle bekommen, was sie sehen dürfen, in ihrer Sprache.</translation>
    </message>
    <message>
        <source>Next on %1. Everybody gets what they may see, in their language.</source>
        <translation>Nächstes Mal am %1. Alle bekommen, was sie sehen dürfen, in ihrer Sprache.</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;Was</translation>
    </message>
    <message>
        <source>Deleted, or not shared with you</source>
        <translation>Gelöscht oder nicht mit Ihnen geteilt</translation>
    </message>
</context>
<context>
    <name>deskhand::ScreenshotService</name>
    <message>
        <source>Good morning,

the new dock is in the mail room. Please come by before noon.</source>
        <translation>Guten Morgen,

das neue Dock liegt in der Poststelle. Bitte kommen Sie vor dem Mittag vorbei.</translation>
    </message>
    <message>
        <source>Projector in room 4 stays dark</source>
        <translation>Der Projektor in Raum 4 bleibt dunkel</translation>
    </message>
</context>
<context>
    <name>deskhand::ScreenshotTour</name>
    <message>
        <source>Same dock as in the ticket of last week. Swap it first, then look at the cable.</source>
        <translation>Gleiches Dock wie im Ticket von letzter Woche. Erst das Dock tauschen, dann das Kabel prüfen.</translation>
    </message>
</context>
<context>
    <name>deskhand::SendLaterMenu</name>
    <message>
        <source>Pick date and time…</source>
        <translation>Datum und Uhrzeit wählen…</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Später senden</translation>
    </message>
    <message>
        <source>That moment has passed. Nothing was sent.</source>
        <translation>Dieser Zeitpunkt ist vorbei. Es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>deskhand::ServiceDialog</name>
    <message>
        <source>Without encryption (http) only a service on this computer can be used.</source>
        <translation>Ohne Verschlüsselung (http) lässt sich nur ein Dienst auf diesem Computer verwenden.</translation>
    </message>
    <message>
        <source>No name and no password go into the address; they are asked for.</source>
        <translation>Name und Passwort gehören nicht in die Adresse; nach ihnen wird gefragt.</translation>
    </message>
    <message>
        <source>An address begins with https://, or with the name of the host.</source>
        <translation>Eine Adresse beginnt mit https:// oder mit dem Namen des Rechners.</translation>
    </message>
    <message>
        <source>This is no address of a service.</source>
        <translation>Das ist keine Adresse eines Dienstes.</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Testen</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Connect to a service</source>
        <translation>Mit einem Dienst verbinden</translation>
    </message>
    <message>
        <source>as the desk calls itself</source>
        <translation>wie der Desk sich nennt</translation>
    </message>
    <message>
        <source>as set up on this computer</source>
        <translation>wie auf diesem Computer eingerichtet</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>The service has to show a certificate for its name from an authority that you trust. If it cannot, nothing is sent.</source>
        <translation>Der Dienst muss ein Zertifikat für seinen Namen zeigen, von einer Stelle, der Sie vertrauen. Kann er das nicht, wird nichts gesendet.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Vertraute Stellen</translation>
    </message>
    <message>
        <source>Enter a database instead…</source>
        <translation>Stattdessen eine Datenbank angeben…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Certificates of the trusted authorities</source>
        <translation>Zertifikate der vertrauten Stellen</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation>Zertifikate (*.crt *.pem *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>There is no file of authorities at this place.</source>
        <translation>An dieser Stelle ist keine Datei mit Zertifikaten.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Wird getestet…</translation>
    </message>
    <message>
        <source>%1 cannot be used.</source>
        <translation>%1 lässt sich nicht verwenden.</translation>
    </message>
    <message>
        <source>A Deskhand service answers at %1, and its certificate is good.</source>
        <translation>Unter %1 antwortet ein Deskhand-Dienst, und sein Zertifikat ist gut.</translation>
    </message>
</context>
<context>
    <name>deskhand::ServiceEntrance</name>
    <message>
        <source>Opening “%1”</source>
        <translation>„%1“ wird geöffnet</translation>
    </message>
</context>
<context>
    <name>deskhand::SettingsSource</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>deskhand::SettingsWindow</name>
    <message>
        <source>No setting matches.</source>
        <translation>Keine passende Einstellung gefunden.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>deskhand::ShortcutsPage</name>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation>Alle zurücksetzen…</translation>
    </message>
    <message>
        <source>Reset all shortcuts</source>
        <translation>Alle Tastenkürzel zurücksetzen</translation>
    </message>
    <message>
        <source>Give every action its default keys again?</source>
        <translation>Allen Aktionen wieder ihre Standardtasten zuweisen?</translation>
    </message>
    <message>
        <source>The keys that you chose are forgotten.</source>
        <translation>Die von Ihnen gewählten Tasten gehen verloren.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Search actions or keys</source>
        <translation>Aktionen oder Tasten suchen</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>Choose an action to change its keys</source>
        <translation>Aktion zum Ändern wählen</translation>
    </message>
    <message>
        <source>%1 sends something, so one key alone may not do it. Add Ctrl or Alt to %2.</source>
        <translation>%1 sendet etwas, daher reicht eine einzelne Taste nicht aus. Ergänzen Sie %2 um Strg oder Alt.</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”. Give that one another key first.</source>
        <translation>%1 gehört bereits zu „%2“. Weisen Sie dieser Aktion zuerst eine andere Taste zu.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>hotkeys</source>
        <translation>Hotkeys</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>Tastatur</translation>
    </message>
</context>
<context>
    <name>deskhand::SidePanel</name>
    <message>
        <source>About this ticket</source>
        <translation>Über dieses Ticket</translation>
    </message>
    <message>
        <source>Other tickets</source>
        <translation>Weitere Tickets</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Eigenschaften</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>This is the only one.</source>
        <translation>Dies ist das einzige.</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 anzeigen</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Servicelevel</translation>
    </message>
    <message>
        <source>Merged and linked</source>
        <translation>Zusammengeführt und verknüpft</translation>
    </message>
</context>
<context>
    <name>deskhand::Sidebar</name>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>The saved views could not be read.</source>
        <translation>Die gespeicherten Ansichten konnten nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Ne&amp;xt view</source>
        <translation>Näc&amp;hste Ansicht</translation>
    </message>
    <message>
        <source>Pre&amp;vious view</source>
        <translation>&amp;Vorherige Ansicht</translation>
    </message>
    <message>
        <source>Edit view…</source>
        <translation>Ansicht bearbeiten…</translation>
    </message>
    <message>
        <source>Delete view…</source>
        <translation>Ansicht löschen…</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Ansicht löschen</translation>
    </message>
    <message>
        <source>Delete the view “%1”?</source>
        <translation>Ansicht „%1“ löschen?</translation>
    </message>
    <message>
        <source>It goes for everybody. The tickets in it stay.</source>
        <translation>Sie wird für alle gelöscht. Die enthaltenen Tickets bleiben erhalten.</translation>
    </message>
    <message>
        <source>The tickets in it stay.</source>
        <translation>Die enthaltenen Tickets bleiben erhalten.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The view was not deleted.</source>
        <translation>Die Ansicht wurde nicht gelöscht.</translation>
    </message>
</context>
<context>
    <name>deskhand::SignIn</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Sekunde wieder.</numerusform>
            <numerusform>Versuchen Sie es in %n Sekunden wieder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %n Minute wieder.</numerusform>
            <numerusform>Versuchen Sie es in %n Minuten wieder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new password is too short: %n characters or more.</source>
        <translation>
            <numerusform>Das neue Passwort ist zu kurz: mindestens %n Zeichen.</numerusform>
            <numerusform>Das neue Passwort ist zu kurz: mindestens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new password is too long.</source>
        <translation>Das neue Passwort ist zu lang.</translation>
    </message>
    <message>
        <source>The new password is one of those that are tried first. Take several words.</source>
        <translation>Das neue Passwort gehört zu denen, die zuerst versucht werden. Nehmen Sie mehrere Wörter.</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>Zu viele Versuche.</translation>
    </message>
    <message>
        <source>The name or the password is wrong, or the account is closed.</source>
        <translation>Der Name oder das Passwort ist falsch, oder das Konto ist geschlossen.</translation>
    </message>
    <message>
        <source>The code is wrong or was used before. Codes change every half minute; look whether the clock of your phone is right.</source>
        <translation>Der Code ist falsch oder wurde schon verwendet. Codes wechseln jede halbe Minute; sehen Sie nach, ob die Uhr Ihres Telefons stimmt.</translation>
    </message>
    <message>
        <source>A code of your second factor is needed, too.</source>
        <translation>Ein Code Ihres zweiten Faktors wird auch gebraucht.</translation>
    </message>
    <message>
        <source>You are signed out. Sign in again.</source>
        <translation>Sie sind abgemeldet. Melden Sie sich wieder an.</translation>
    </message>
</context>
<context>
    <name>deskhand::SignInDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>If there is such an account, a mail with a link is on its way to its address.</source>
        <translation>Wenn es ein solches Konto gibt, ist eine Mail mit einem Link an seine Adresse unterwegs.</translation>
    </message>
    <message>
        <source>Mail address or name</source>
        <translation>Mailadresse oder Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Auf diesem Computer angemeldet bleiben</translation>
    </message>
    <message>
        <source>The sign-in is kept in the desktop&apos;s keychain, never in a file. The password is not kept.</source>
        <translation>Die Anmeldung liegt im Schlüsselbund des Desktops, nie in einer Datei. Das Passwort wird nicht aufgehoben.</translation>
    </message>
    <message>
        <source>Password forgotten?</source>
        <translation>Passwort vergessen?</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Type the code that your authenticator shows, or one of your recovery codes.</source>
        <translation>Geben Sie den Code ein, den Ihre Authenticator-App zeigt, oder einen Ihrer Wiederherstellungscodes.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>New password, again</source>
        <translation>Neues Passwort, noch einmal</translation>
    </message>
    <message>
        <source>Choose a new password before you go on. Several words are easier to remember, and harder to guess, than signs.</source>
        <translation>Wählen Sie ein neues Passwort, bevor es weitergeht. Mehrere Wörter sind leichter zu merken und schwerer zu erraten als Zeichen.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Passwort setzen</translation>
    </message>
    <message>
        <source>You were not signed in.</source>
        <translation>Sie wurden nicht angemeldet.</translation>
    </message>
</context>
<context>
    <name>deskhand::SignInPresenter</name>
    <message>
        <source>Name and password are needed.</source>
        <translation>Name und Passwort werden gebraucht.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>This is the old one.</source>
        <translation>Das ist das alte.</translation>
    </message>
    <message>
        <source>Type your name first.</source>
        <translation>Geben Sie zuerst Ihren Namen ein.</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaCard</name>
    <message>
        <source>overdue %1</source>
        <translation>überfällig %1</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <comment>a state</comment>
        <translation>angehalten: %1</translation>
    </message>
    <message>
        <source>%1, overdue by %2 before</source>
        <translation>%1, zuvor um %2 überfällig</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, noch %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 of working time left</source>
        <translation>noch %1 Arbeitszeit</translation>
    </message>
    <message>
        <source>met after %1</source>
        <translation>eingehalten nach %1</translation>
    </message>
    <message>
        <source>missed by %1</source>
        <translation>um %1 verfehlt</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>um %1 überfällig</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>war fällig %1</translation>
    </message>
    <message>
        <source>due %1 (in %2)</source>
        <comment>when, how long by the wall clock</comment>
        <translation>fällig %1 (in %2)</translation>
    </message>
    <message>
        <source>was due %1 (%2 ago)</source>
        <comment>when, how long by the wall clock</comment>
        <translation>war fällig %1 (vor %2)</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <comment>name of a policy or a calendar</comment>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <comment>name and version of a policy or a calendar</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>round the clock</source>
        <translation>rund um die Uhr</translation>
    </message>
    <message>
        <source>Counts as missed since %1: %2.</source>
        <translation>Gilt als verfehlt seit %1: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a target and where it stands</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (cycle %2)</source>
        <comment>a target</comment>
        <translation>%1 (Zyklus %2)</translation>
    </message>
    <message>
        <source>promised: %1</source>
        <translation>zugesagt: %1</translation>
    </message>
    <message>
        <source>Promised: %1, by the policy %2.</source>
        <translation>Zugesagt: %1, nach der Richtlinie %2.</translation>
    </message>
    <message>
        <source>Promised: %1.</source>
        <translation>Zugesagt: %1.</translation>
    </message>
    <message>
        <source>It counts round the clock.</source>
        <translation>Gezählt wird rund um die Uhr.</translation>
    </message>
    <message>
        <source>It counts by the calendar %1, in the time of %2.</source>
        <translation>Gezählt wird nach dem Kalender %1, in der Zeit von %2.</translation>
    </message>
    <message>
        <source>It began %1 and ended %2.</source>
        <translation>Beginn: %1, Ende: %2.</translation>
    </message>
    <message>
        <source>It began %1. It is not due while it stands still; then %2 are left.</source>
        <translation>Beginn: %1. Solange die Uhr stillsteht, gibt es keine Fälligkeit; danach bleiben %2.</translation>
    </message>
    <message>
        <source>It began %1. It is due %2, when all of that has been counted; %3 did not count because it stood still.</source>
        <translation>Beginn: %1. Fällig: %2, wenn all das gezählt ist; nicht gezählt, weil die Uhr stillstand: %3.</translation>
    </message>
    <message>
        <source>It began %1. It is due %2, when all of that has been counted.</source>
        <translation>Beginn: %1. Fällig: %2, wenn all das gezählt ist.</translation>
    </message>
    <message>
        <source>Counted: %1</source>
        <translation>Gezählt: %1</translation>
    </message>
    <message>
        <source>From now on:</source>
        <translation>Von jetzt an:</translation>
    </message>
    <message>
        <source>Why was it missed?</source>
        <translation>Warum wurde es verfehlt?</translation>
    </message>
    <message>
        <source>The reason, for reports and for whoever reads this later</source>
        <translation>Der Grund, für Berichte und für alle, die dies später lesen</translation>
    </message>
    <message>
        <source>judged by another desk</source>
        <translation>von einem anderen Desk beurteilt</translation>
    </message>
    <message>
        <source>Another desk has judged this; it came with the ticket when that was imported.</source>
        <translation>Ein anderer Desk hat dies beurteilt; es kam mit dem Ticket, als dieses importiert wurde.</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaCheckPage</name>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>uncovered tickets</source>
        <translation>nicht abgedeckte Tickets</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>What policies, calendars and queues leave open. Enter goes to where it can be mended.</source>
        <translation>Was Richtlinien, Kalender und Queues offenlassen. Die Eingabetaste führt dorthin, wo es sich beheben lässt.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin gehen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>What the check has found</source>
        <translation>Was die Prüfung gefunden hat</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>Alles in Ordnung</translation>
    </message>
    <message>
        <source>Every open ticket has a policy, every policy can be reached, and every clock has a calendar.</source>
        <translation>Jedes offene Ticket hat eine Richtlinie, jede Richtlinie ist erreichbar, und jede Uhr hat einen Kalender.</translation>
    </message>
    <message>
        <source>Check of the promises</source>
        <translation>Prüfung der Zusagen</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaExplainer</name>
    <message>
        <source>The clocks of the ticket could not be read or changed.</source>
        <translation>Die Uhren des Tickets konnten nicht gelesen oder geändert werden.</translation>
    </message>
    <message>
        <source>Explain the &amp;time left</source>
        <translation>Restzeit er&amp;klären</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Copied what was counted and why</source>
        <translation>Kopiert: was gezählt wurde und warum</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaLedgerModel</name>
    <message>
        <source>%1, %2, counts %3, sum %4</source>
        <comment>when, why, how much, sum</comment>
        <translation>%1, %2, zählt %3, Summe %4</translation>
    </message>
    <message>
        <source>%1, %2, does not count, sum %3</source>
        <comment>when, why, sum</comment>
        <translation>%1, %2, zählt nicht, Summe %3</translation>
    </message>
    <message>
        <source>still to come: %1</source>
        <translation>steht noch bevor: %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>Was es war</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaPage</name>
    <message>
        <source>For administrators</source>
        <translation>Für die Administration</translation>
    </message>
    <message>
        <source>What is promised is set by the administrators of this desk: %1.</source>
        <translation>Was zugesagt wird, legt die Administration dieses Desks fest: %1.</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Servicelevel</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaPlace</name>
    <message>
        <source>The notifications could not be read or changed.</source>
        <translation>Die Benachrichtigungen konnten nicht gelesen oder geändert werden.</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>more than this number</comment>
        <translation>%1+</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) not seen</source>
        <translation>
            <numerusform>%n nicht gesehene Benachrichtigung</numerusform>
            <numerusform>%n nicht gesehene Benachrichtigungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) about promised times</source>
        <translation>
            <numerusform>%n Benachrichtigung zu zugesagten Zeiten</numerusform>
            <numerusform>%n Benachrichtigungen zu zugesagten Zeiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaPresenter</name>
    <message>
        <source>Cycle %1: %2, %3</source>
        <comment>number, how it ended, what was promised</comment>
        <translation>Zyklus %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaQueuesPage</name>
    <message>
        <source>The queue was not changed.</source>
        <translation>Die Queue wurde nicht geändert.</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>on call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>Eskalation</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Teamleitung</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>Bereitschaft</translation>
    </message>
    <message>
        <source>For new tickets, and for open ones when they are re-timed the next time.</source>
        <translation>Für neue Tickets, und für offene, wenn sie das nächste Mal neu berechnet werden.</translation>
    </message>
    <message>
        <source>Whom the levels of a policy tell, and to whom they assign.</source>
        <translation>Wen die Stufen einer Richtlinie benachrichtigen und wem sie zuweisen.</translation>
    </message>
    <message>
        <source>As above it: %1</source>
        <translation>Wie darüber: %1</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>None: round the clock</source>
        <translation>Keiner: rund um die Uhr</translation>
    </message>
    <message>
        <source>Queues and who is told</source>
        <translation>Queues und wer benachrichtigt wird</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaSetupPages</name>
    <message>
        <source>Service levels</source>
        <translation>Zusagen</translation>
    </message>
    <message>
        <source>SLA &amp;policies…</source>
        <translation>SLA-&amp;Richtlinien…</translation>
    </message>
    <message>
        <source>Business &amp;calendars…</source>
        <translation>Geschäfts&amp;kalender…</translation>
    </message>
    <message>
        <source>&amp;Queues and who is told…</source>
        <translation>&amp;Queues und wer benachrichtigt wird…</translation>
    </message>
    <message>
        <source>C&amp;heck the promises…</source>
        <translation>Zusagen &amp;prüfen…</translation>
    </message>
    <message>
        <source>&amp;What if promises were others…</source>
        <translation>&amp;Was wäre, wenn andere Zusagen gälten…</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaSetupWords</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>somebody who is not there</source>
        <translation>unbekannte Person</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>ist zu lang</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>kommt zweimal vor</translation>
    </message>
    <message>
        <source>is too small or too large</source>
        <translation>ist zu klein oder zu groß</translation>
    </message>
    <message>
        <source>is taken already</source>
        <translation>ist schon vergeben</translation>
    </message>
    <message>
        <source>is not there any more</source>
        <translation>ist nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>cannot be so (%1)</source>
        <translation>ist so nicht möglich (%1)</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>der Name</translation>
    </message>
    <message>
        <source>the condition</source>
        <translation>die Bedingung</translation>
    </message>
    <message>
        <source>the calendar</source>
        <translation>der Kalender</translation>
    </message>
    <message>
        <source>a target</source>
        <translation>ein Ziel</translation>
    </message>
    <message>
        <source>a level</source>
        <translation>eine Stufe</translation>
    </message>
    <message>
        <source>the time</source>
        <translation>die Zeit</translation>
    </message>
    <message>
        <source>the time for other priorities</source>
        <translation>die Zeit für die übrigen Prioritäten</translation>
    </message>
    <message>
        <source>what starts it</source>
        <translation>der Auslöser für den Start</translation>
    </message>
    <message>
        <source>what fulfils it</source>
        <translation>der Auslöser für die Erfüllung</translation>
    </message>
    <message>
        <source>what resets it</source>
        <translation>der Auslöser für das Zurücksetzen</translation>
    </message>
    <message>
        <source>the time after reopening</source>
        <translation>die Zeit nach dem Wiederöffnen</translation>
    </message>
    <message>
        <source>when it is reached</source>
        <translation>der Zeitpunkt des Erreichens</translation>
    </message>
    <message>
        <source>what is done</source>
        <translation>die Aktion</translation>
    </message>
    <message>
        <source>the text of the note</source>
        <translation>der Text der Notiz</translation>
    </message>
    <message>
        <source>the kind</source>
        <translation>die Art</translation>
    </message>
    <message>
        <source>the one that is meant</source>
        <translation>die Auswahl</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>as QLocale writes formats</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>as QLocale writes formats</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Shrove Monday (48 days before Easter)</source>
        <translation>Rosenmontag (48 Tage vor Ostern)</translation>
    </message>
    <message>
        <source>Good Friday (2 days before Easter)</source>
        <translation>Karfreitag (2 Tage vor Ostern)</translation>
    </message>
    <message>
        <source>Easter Sunday</source>
        <translation>Ostersonntag</translation>
    </message>
    <message>
        <source>Easter Monday</source>
        <translation>Ostermontag</translation>
    </message>
    <message>
        <source>Ascension Day (39 days after Easter)</source>
        <translation>Christi Himmelfahrt (39 Tage nach Ostern)</translation>
    </message>
    <message>
        <source>Whit Monday (50 days after Easter)</source>
        <translation>Pfingstmontag (50 Tage nach Ostern)</translation>
    </message>
    <message>
        <source>Corpus Christi (60 days after Easter)</source>
        <translation>Fronleichnam (60 Tage nach Ostern)</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before Easter Sunday</source>
        <translation>
            <numerusform>%n Tag vor Ostersonntag</numerusform>
            <numerusform>%n Tage vor Ostersonntag</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after Easter Sunday</source>
        <translation>
            <numerusform>%n Tag nach Ostersonntag</numerusform>
            <numerusform>%n Tage nach Ostersonntag</numerusform>
        </translation>
    </message>
    <message>
        <source>first</source>
        <comment>weekday of a month</comment>
        <translation>erster</translation>
    </message>
    <message>
        <source>second</source>
        <comment>weekday of a month</comment>
        <translation>zweiter</translation>
    </message>
    <message>
        <source>third</source>
        <comment>weekday of a month</comment>
        <translation>dritter</translation>
    </message>
    <message>
        <source>fourth</source>
        <comment>weekday of a month</comment>
        <translation>vierter</translation>
    </message>
    <message>
        <source>fifth</source>
        <comment>weekday of a month</comment>
        <translation>fünfter</translation>
    </message>
    <message>
        <source>last</source>
        <comment>weekday of a month</comment>
        <translation>letzter</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Write it as “Europe/Berlin”.</source>
        <translation>Es gibt keine Zeitzone „%1“. Schreiben Sie sie in der Form „Europe/Berlin“.</translation>
    </message>
    <message>
        <source>Nobody ever works by this calendar: nothing would ever be due. Paint some working time.</source>
        <translation>Nach diesem Kalender arbeitet nie jemand: Nichts würde jemals fällig. Malen Sie etwas Arbeitszeit ein.</translation>
    </message>
    <message>
        <source>Working times overlap.</source>
        <translation>Arbeitszeiten überschneiden sich.</translation>
    </message>
    <message>
        <source>%1: working times overlap, or are none.</source>
        <translation>%1: Arbeitszeiten überschneiden sich oder sind keine.</translation>
    </message>
    <message>
        <source>The holiday %1 has no date, or ends before it begins.</source>
        <translation>Der Feiertag %1 hat kein Datum oder endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>This is wrong: %1 %2.</source>
        <comment>a part, what is wrong with it</comment>
        <translation>Das stimmt nicht: %1 %2.</translation>
    </message>
    <message>
        <source>The policy needs a name.</source>
        <translation>Die Richtlinie braucht einen Namen.</translation>
    </message>
    <message>
        <source>The policy promises nothing yet: enter a time for a target.</source>
        <translation>Die Richtlinie sagt noch nichts zu: Geben Sie für ein Ziel eine Zeit ein.</translation>
    </message>
    <message>
        <source>This is wrong: %1 %2.</source>
        <translation>Das stimmt nicht: %1 %2.</translation>
    </message>
    <message>
        <source>%1: %2 %3.</source>
        <comment>a target or level: a part of it, what is wrong with it</comment>
        <translation>%1: %2 %3.</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Tickets without a promise</source>
        <translation>Tickets ohne Zusage</translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s) are covered by no policy.</source>
        <translation>
            <numerusform>%n offenes Ticket fällt unter keine Richtlinie.</numerusform>
            <numerusform>%n offene Tickets fallen unter keine Richtlinie.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are tickets that no policy covers.</source>
        <translation>Es gibt Tickets, die unter keine Richtlinie fallen.</translation>
    </message>
    <message>
        <source>Add a policy without a condition at the end of the list, if they should have one.</source>
        <translation>Fügen Sie am Ende der Liste eine Richtlinie ohne Bedingung hinzu, wenn sie eine haben sollen.</translation>
    </message>
    <message>
        <source>Its condition can never be true.</source>
        <translation>Ihre Bedingung kann nie zutreffen.</translation>
    </message>
    <message>
        <source>Change its condition, or disable it.</source>
        <translation>Ändern Sie ihre Bedingung, oder deaktivieren Sie sie.</translation>
    </message>
    <message>
        <source>It is never reached: %1, which comes before it, takes all of its tickets.</source>
        <translation>Sie wird nie erreicht: %1 steht vor ihr und übernimmt alle ihre Tickets.</translation>
    </message>
    <message>
        <source>Move it up, or narrow the condition of the other one.</source>
        <translation>Verschieben Sie sie nach oben, oder fassen Sie die Bedingung der anderen enger.</translation>
    </message>
    <message>
        <source>The queue has no calendar, but %1 goes by the queue&apos;s: its clocks run round the clock.</source>
        <translation>Die Queue hat keinen Kalender, aber %1 richtet sich nach dem der Queue: Ihre Uhren laufen rund um die Uhr.</translation>
    </message>
    <message>
        <source>Give the queue a calendar, or the policy.</source>
        <translation>Geben Sie der Queue oder der Richtlinie einen Kalender.</translation>
    </message>
    <message>
        <source>%1 is shorter than the time between two looks at the clocks: warnings may come too late.</source>
        <translation>%1 ist kürzer als die Zeit zwischen zwei Prüfungen der Uhren: Warnungen kommen vielleicht zu spät.</translation>
    </message>
    <message>
        <source>Promise a longer time.</source>
        <translation>Sagen Sie eine längere Zeit zu.</translation>
    </message>
    <message>
        <source>The level %1 is never reached for %2.</source>
        <translation>Die Stufe %1 wird für „%2“ nie erreicht.</translation>
    </message>
    <message>
        <source>Let it come later, or leave that target out of it.</source>
        <translation>Lassen Sie sie später kommen, oder nehmen Sie dieses Ziel aus ihr heraus.</translation>
    </message>
    <message>
        <source>It names something that is not there or not in use any more: %1</source>
        <translation>Sie nennt etwas, das es nicht mehr gibt oder das nicht mehr verwendet wird: %1</translation>
    </message>
    <message>
        <source>Choose something else in its place.</source>
        <translation>Wählen Sie stattdessen etwas anderes.</translation>
    </message>
    <message numerus="yes">
        <source>%n imported day(s) wait for somebody to confirm them; until then they count as working days.</source>
        <translation>
            <numerusform>%n importierter Tag wartet darauf, dass ihn jemand bestätigt; bis dahin zählt er als Arbeitstag.</numerusform>
            <numerusform>%n importierte Tage warten darauf, dass sie jemand bestätigt; bis dahin zählen sie als Arbeitstage.</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm them, or discard them.</source>
        <translation>Bestätigen oder verwerfen Sie sie.</translation>
    </message>
    <message>
        <source>All of its dated holidays are in the past.</source>
        <translation>Alle seine Feiertage mit Datum liegen in der Vergangenheit.</translation>
    </message>
    <message>
        <source>Enter or import those of the next year.</source>
        <translation>Geben Sie die des nächsten Jahres ein, oder importieren Sie sie.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” finds nobody in %n queue(s), among them %2.</source>
        <translation>
            <numerusform>„%1“ findet in %n Queue niemanden: %2.</numerusform>
            <numerusform>„%1“ findet in %n Queues niemanden, darunter %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name a lead, manager or on-call person for the queue, or for one above it.</source>
        <translation>Teamleitung, Manager oder Bereitschaft für die Queue oder für eine darüber benennen.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 every year</source>
        <translation>jedes Jahr am %1</translation>
    </message>
    <message>
        <source>%1 to %2 every year</source>
        <translation>jedes Jahr vom %1 bis %2</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>first Monday of September</comment>
        <translation>%1 %2 im %3</translation>
    </message>
    <message>
        <source>The ticket is opened</source>
        <translation>Das Ticket wird eröffnet</translation>
    </message>
    <message>
        <source>The customer writes</source>
        <translation>Der Kunde schreibt</translation>
    </message>
    <message>
        <source>An agent replies</source>
        <translation>Ein Agent antwortet</translation>
    </message>
    <message>
        <source>An agent notes a call</source>
        <translation>Ein Agent vermerkt einen Anruf</translation>
    </message>
    <message>
        <source>An agent writes a note</source>
        <translation>Ein Agent schreibt eine Notiz</translation>
    </message>
    <message>
        <source>Somebody owns it</source>
        <translation>Jemand ist zuständig</translation>
    </message>
    <message>
        <source>It comes into a queue</source>
        <translation>Es kommt in eine Queue</translation>
    </message>
    <message>
        <source>It leaves its queue</source>
        <translation>Es verlässt seine Queue</translation>
    </message>
    <message>
        <source>It is solved</source>
        <translation>Es wird gelöst</translation>
    </message>
    <message>
        <source>It is closed</source>
        <translation>Es wird geschlossen</translation>
    </message>
    <message>
        <source>It is reopened</source>
        <translation>Es wird wieder geöffnet</translation>
    </message>
    <message>
        <source>An agent has opened it</source>
        <translation>Ein Agent hat es eröffnet</translation>
    </message>
    <message>
        <source>It goes on with the time that was left</source>
        <translation>Es läuft mit der Restzeit weiter</translation>
    </message>
    <message>
        <source>It starts again from nothing</source>
        <translation>Es beginnt wieder von vorn</translation>
    </message>
    <message>
        <source>It stays fulfilled</source>
        <translation>Es bleibt erfüllt</translation>
    </message>
    <message>
        <source>Tell the owner</source>
        <translation>Den Zuständigen benachrichtigen</translation>
    </message>
    <message>
        <source>Tell a person</source>
        <translation>Eine Person benachrichtigen</translation>
    </message>
    <message>
        <source>Tell the queue&apos;s lead</source>
        <translation>Die Teamleitung der Queue benachrichtigen</translation>
    </message>
    <message>
        <source>Tell the queue&apos;s manager</source>
        <translation>Den Manager der Queue benachrichtigen</translation>
    </message>
    <message>
        <source>Tell who is on call</source>
        <translation>Die Bereitschaft benachrichtigen</translation>
    </message>
    <message>
        <source>Tell all of the queue</source>
        <translation>Alle in der Queue benachrichtigen</translation>
    </message>
    <message>
        <source>Raise the priority by one</source>
        <translation>Die Priorität um eins erhöhen</translation>
    </message>
    <message>
        <source>Set the priority</source>
        <translation>Die Priorität setzen</translation>
    </message>
    <message>
        <source>Move to a queue</source>
        <translation>In eine Queue verschieben</translation>
    </message>
    <message>
        <source>Assign to a person</source>
        <translation>Einer Person zuweisen</translation>
    </message>
    <message>
        <source>Assign to the queue&apos;s lead</source>
        <translation>Der Teamleitung der Queue zuweisen</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Eine interne Notiz schreiben</translation>
    </message>
    <message>
        <source>tell %1</source>
        <translation>%1 benachrichtigen</translation>
    </message>
    <message>
        <source>assign to %1</source>
        <translation>an %1 zuweisen</translation>
    </message>
    <message>
        <source>set priority %1</source>
        <translation>Priorität %1 setzen</translation>
    </message>
    <message>
        <source>move to %1</source>
        <translation>nach %1 verschieben</translation>
    </message>
    <message>
        <source>promises nothing</source>
        <translation>sagt nichts zu</translation>
    </message>
    <message>
        <source>New tickets only</source>
        <translation>Nur neue Tickets</translation>
    </message>
    <message>
        <source>Also the open ones</source>
        <translation>Auch die offenen</translation>
    </message>
    <message>
        <source>All, closed ones included</source>
        <translation>Alle, auch geschlossene</translation>
    </message>
    <message>
        <source>What is opened from now on. Tickets that are there keep what was promised for them.</source>
        <translation>Was von jetzt an eröffnet wird. Vorhandene Tickets behalten, was für sie zugesagt wurde.</translation>
    </message>
    <message>
        <source>Unresolved tickets are re-timed. What was fulfilled keeps its verdict; pauses stay.</source>
        <translation>Ungelöste Tickets werden neu berechnet. Was erfüllt ist, behält sein Ergebnis; Pausen bleiben.</translation>
    </message>
    <message>
        <source>As if it had always been so: verdicts of the past, and what reports say of them, can change.</source>
        <translation>Als wäre es schon immer so gewesen: Frühere Ergebnisse, und was Berichte darüber sagen, können sich ändern.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing changes for the %n ticket(s) that it is about.</source>
        <translation>
            <numerusform>Für %n Ticket, um das es geht, ändert sich nichts.</numerusform>
            <numerusform>Für die %n Tickets, um die es geht, ändert sich nichts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s) will be re-timed</source>
        <translation>
            <numerusform>%n offenes Ticket wird neu berechnet</numerusform>
            <numerusform>%n offene Tickets werden neu berechnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) will be re-timed</source>
        <translation>
            <numerusform>%n Ticket wird neu berechnet</numerusform>
            <numerusform>%n Tickets werden neu berechnet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n become(s) overdue</source>
        <translation>
            <numerusform>%n wird überfällig</numerusform>
            <numerusform>%n werden überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) being overdue</source>
        <translation>
            <numerusform>%n ist nicht mehr überfällig</numerusform>
            <numerusform>%n sind nicht mehr überfällig</numerusform>
        </translation>
    </message>
    <message>
        <source>none becomes overdue</source>
        <translation>keines wird überfällig</translation>
    </message>
    <message numerus="yes">
        <source>%n kept promise(s) count(s) as missed</source>
        <translation>
            <numerusform>%n eingehaltene Zusage gilt als verfehlt</numerusform>
            <numerusform>%n eingehaltene Zusagen gelten als verfehlt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed promise(s) count(s) as kept</source>
        <translation>
            <numerusform>%n verfehlte Zusage gilt als eingehalten</numerusform>
            <numerusform>%n verfehlte Zusagen gelten als eingehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Re-timing tickets</source>
        <translation>Tickets werden neu berechnet</translation>
    </message>
    <message>
        <source>Re-timing tickets: %1</source>
        <translation>Tickets werden neu berechnet: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaStrip</name>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaTargetCard</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Note why it was missed</source>
        <translation>Vermerken, warum es verfehlt wurde</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaTrial</name>
    <message>
        <source>an agent replies</source>
        <translation>ein Agent antwortet</translation>
    </message>
    <message>
        <source>the customer writes</source>
        <translation>der Kunde schreibt</translation>
    </message>
    <message>
        <source>it waits as</source>
        <translation>es wartet als</translation>
    </message>
    <message>
        <source>it is open again</source>
        <translation>es ist wieder offen</translation>
    </message>
    <message>
        <source>it is solved</source>
        <translation>es ist gelöst</translation>
    </message>
    <message>
        <source>somebody owns it</source>
        <translation>jemand ist zuständig</translation>
    </message>
    <message>
        <source>its priority becomes</source>
        <translation>seine Priorität wird</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaWords</name>
    <message>
        <source>working time</source>
        <translation>Arbeitszeit</translation>
    </message>
    <message>
        <source>counts round the clock</source>
        <translation>zählt rund um die Uhr</translation>
    </message>
    <message>
        <source>outside of working hours</source>
        <translation>außerhalb der Arbeitszeit</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>Feiertag</translation>
    </message>
    <message>
        <source>solved, until it was reopened</source>
        <translation>gelöst, bis es wieder geöffnet wurde</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <comment>a state</comment>
        <translation>angehalten: %1</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>Erste Antwort</translation>
    </message>
    <message>
        <source>Next response</source>
        <translation>Nächste Antwort</translation>
    </message>
    <message>
        <source>Update interval</source>
        <translation>Zwischenstand</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Lösung</translation>
    </message>
    <message>
        <source>Time to own</source>
        <translation>Zeit bis zur Übernahme</translation>
    </message>
    <message>
        <source>Time in queue</source>
        <translation>Zeit in der Queue</translation>
    </message>
    <message>
        <source>Until somebody has answered a new ticket.</source>
        <translation>Bis jemand auf ein neues Ticket geantwortet hat.</translation>
    </message>
    <message>
        <source>Until the oldest message of the customer that nobody has answered is answered.</source>
        <translation>Bis die älteste unbeantwortete Nachricht des Kunden beantwortet ist.</translation>
    </message>
    <message>
        <source>The customer hears something at least this often.</source>
        <translation>Mindestens so oft hört der Kunde etwas.</translation>
    </message>
    <message>
        <source>Until the ticket is solved.</source>
        <translation>Bis das Ticket gelöst ist.</translation>
    </message>
    <message>
        <source>Internal: until somebody owns the ticket.</source>
        <translation>Intern: bis jemand für das Ticket zuständig ist.</translation>
    </message>
    <message>
        <source>Internal: until this team has solved the ticket or handed it on.</source>
        <translation>Intern: bis dieses Team das Ticket gelöst oder weitergegeben hat.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>met</source>
        <translation>eingehalten</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>the time was up</source>
        <translation>die Zeit war abgelaufen</translation>
    </message>
    <message>
        <source>the priority was changed, and the new time was up already</source>
        <translation>die Priorität wurde geändert, und die neue Zeit war schon abgelaufen</translation>
    </message>
    <message>
        <source>the policy was changed, and the new time was up already</source>
        <translation>die Richtlinie wurde geändert, und die neue Zeit war schon abgelaufen</translation>
    </message>
    <message>
        <source>a ticket was merged whose time was up already</source>
        <translation>ein Ticket wurde zusammengeführt, dessen Zeit schon abgelaufen war</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>That is longer than ten years.</source>
        <translation>Das ist länger als zehn Jahre.</translation>
    </message>
    <message>
        <source>A day of working time has no length of its own: write 2wd for working days, or 48h.</source>
        <translation>Ein Tag Arbeitszeit hat keine feste Länge: Schreiben Sie 2wd für Arbeitstage, oder 48h.</translation>
    </message>
    <message>
        <source>Write 30m, 4h, 1h30m, 2wd (working days) or 90m calendar.</source>
        <translation>Schreiben Sie 30m, 4h, 1h30m, 2wd (Arbeitstage) oder 90m calendar.</translation>
    </message>
    <message>
        <source>The time must be longer than nothing; leave it empty to promise nothing.</source>
        <translation>Die Zeit muss länger als null sein; lassen Sie sie leer, um nichts zuzusagen.</translation>
    </message>
    <message>
        <source>%1 of working time</source>
        <translation>%1 Arbeitszeit</translation>
    </message>
    <message>
        <source>%1 round the clock</source>
        <translation>%1 rund um die Uhr</translation>
    </message>
    <message>
        <source>the same working day</source>
        <translation>am selben Arbeitstag</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n Arbeitstag</numerusform>
            <numerusform>%n Arbeitstage</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1 %</source>
        <translation>bei %1 %</translation>
    </message>
    <message>
        <source>%1 before it is due</source>
        <translation>%1 vor der Fälligkeit</translation>
    </message>
    <message>
        <source>when it is due</source>
        <translation>bei Fälligkeit</translation>
    </message>
    <message>
        <source>%1 after it was due</source>
        <translation>%1 nach der Fälligkeit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a level: when</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What waits to be sent does not count until the service has it.</source>
        <translation>Was noch auf das Senden wartet, zählt erst, wenn der Dienst es hat.</translation>
    </message>
</context>
<context>
    <name>deskhand::SplitDialog</name>
    <message>
        <source>Split off</source>
        <translation>Abtrennen</translation>
    </message>
    <message>
        <source>Nothing was split off: somebody changed the ticket a moment ago. Try once more.</source>
        <translation>Es wurde nichts abgetrennt: Jemand hat das Ticket eben geändert. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was split off.</source>
        <translation>Es wurde nichts abgetrennt.</translation>
    </message>
    <message>
        <source>Messages that are split off</source>
        <translation>Nachrichten, die abgetrennt werden</translation>
    </message>
    <message>
        <source>Which messages become a ticket of their own?</source>
        <translation>Welche Nachrichten werden ein eigenes Ticket?</translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Copy them: they stay here, too</source>
        <translation>Kopieren: Sie bleiben auch hier</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Split off from #%1</source>
        <translation>Von #%1 abtrennen</translation>
    </message>
    <message>
        <source>Internal note: %1</source>
        <translation>Interne Notiz: %1</translation>
    </message>
    <message>
        <source>Splitting off…</source>
        <translation>Wird abgetrennt…</translation>
    </message>
</context>
<context>
    <name>deskhand::SplitPresenter</name>
    <message>
        <source>Choose at least one message.</source>
        <translation>Wählen Sie mindestens eine Nachricht.</translation>
    </message>
    <message>
        <source>All messages are chosen: one has to stay, or they are copied.</source>
        <translation>Alle Nachrichten sind gewählt: Eine muss bleiben, oder sie werden kopiert.</translation>
    </message>
    <message>
        <source>Give the new ticket a subject.</source>
        <translation>Geben Sie dem neuen Ticket einen Betreff.</translation>
    </message>
    <message>
        <source>Say who the requester is.</source>
        <translation>Sagen Sie, wer der Anfragende ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are shown in the new ticket and stay in %1, too.</source>
        <translation>
            <numerusform>%n Nachricht wird im neuen Ticket gezeigt und bleibt auch in %1.</numerusform>
            <numerusform>%n Nachrichten werden im neuen Ticket gezeigt und bleiben auch in %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) leave %1 and are shown in the new ticket.</source>
        <translation>
            <numerusform>%n Nachricht verlässt %1 und wird im neuen Ticket gezeigt.</numerusform>
            <numerusform>%n Nachrichten verlassen %1 und werden im neuen Ticket gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each of the two tickets shows a link to the other.</source>
        <translation>Jedes der beiden Tickets zeigt einen Verweis auf das andere.</translation>
    </message>
    <message>
        <source>Replies in the new ticket go to %1.</source>
        <translation>Antworten im neuen Ticket gehen an %1.</translation>
    </message>
</context>
<context>
    <name>deskhand::StartPage</name>
    <message>
        <source>Where to keep the desk</source>
        <translation>Speicherort des Desks</translation>
    </message>
    <message>
        <source>Try it with a demo desk</source>
        <translation>Mit einem Demo-Desk ausprobieren</translation>
    </message>
    <message>
        <source>A made-up company with a year of requests. Nothing leaves this computer.</source>
        <translation>Eine erfundene Firma mit Anfragen aus einem Jahr. Nichts verlässt diesen Computer.</translation>
    </message>
    <message>
        <source>My own desk on this computer</source>
        <translation>Mein eigener Desk auf diesem Computer</translation>
    </message>
    <message>
        <source>One file that belongs to you. Right for one person, or for a small office on one machine.</source>
        <translation>Eine Datei, die Ihnen gehört. Passend für eine Person oder ein kleines Büro an einem Rechner.</translation>
    </message>
    <message>
        <source>Open a desk file</source>
        <translation>Desk-Datei öffnen</translation>
    </message>
    <message>
        <source>Desks (*.desk);;All files (*)</source>
        <translation>Desks (*.desk);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>My desk</source>
        <translation>Mein Desk</translation>
    </message>
    <message>
        <source>Connect to my team&apos;s desk</source>
        <translation>Mit dem Desk meines Teams verbinden</translation>
    </message>
    <message>
        <source>A desk that several people share, on a PostgreSQL server of your organization.</source>
        <translation>Ein Desk, den mehrere gemeinsam benutzen, auf einem PostgreSQL-Server Ihrer Organisation.</translation>
    </message>
</context>
<context>
    <name>deskhand::SubjectLine</name>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Betreff: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::SurgeryPlace</name>
    <message numerus="yes">
        <source>Only the first %n ticket(s) can be merged at once.</source>
        <translation>
            <numerusform>Nur das erste Ticket kann auf einmal zusammengeführt werden.</numerusform>
            <numerusform>Nur die ersten %n Tickets können auf einmal zusammengeführt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged %1 into #%2</source>
        <translation>%1 in #%2 aufgenommen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 and #%2 are tickets of their own again</source>
        <translation>%1 und #%2 sind wieder eigene Tickets</translation>
    </message>
    <message>
        <source>#%1 was not parted from #%2.</source>
        <translation>#%1 wurde nicht von #%2 getrennt.</translation>
    </message>
    <message>
        <source>#%1 is a ticket of its own again</source>
        <translation>#%1 ist wieder ein eigenes Ticket</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Split off as #%1</source>
        <translation>Als #%1 abgetrennt</translation>
    </message>
    <message>
        <source>#%1 was merged into #%2</source>
        <translation>#%1 wurde in #%2 aufgenommen</translation>
    </message>
</context>
<context>
    <name>deskhand::SyncText</name>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt…</translation>
    </message>
    <message>
        <source>Syncing %1 of %2</source>
        <translation>Abgleich: %1 von %2</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Wird abgeglichen…</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Offline seit %1</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Needs an update</source>
        <translation>Braucht eine Aktualisierung</translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n braucht Sie</numerusform>
            <numerusform>%n brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>The service no longer knows this computer. Sign in again; what you did meanwhile is kept and sent then.</source>
        <translation>Der Dienst kennt diesen Computer nicht mehr. Melden Sie sich wieder an; was Sie inzwischen getan haben, ist aufgehoben und wird dann gesendet.</translation>
    </message>
    <message>
        <source>This program and the service are of different age. You can read what is on this computer; nothing is exchanged until one of them is updated. What you did is kept.</source>
        <translation>Dieses Programm und der Dienst sind verschieden alt. Sie können lesen, was auf diesem Computer liegt; ausgetauscht wird nichts, bis einer der beiden aktualisiert ist. Was Sie getan haben, ist aufgehoben.</translation>
    </message>
    <message>
        <source>This network wants you to sign in to it first. Open a page in your browser.</source>
        <translation>Dieses Netz will, dass Sie sich zuerst bei ihm anmelden. Öffnen Sie eine Seite in Ihrem Browser.</translation>
    </message>
    <message>
        <source>The service&apos;s certificate is not accepted. Nothing is sent, as somebody else may have taken its place. Ask whoever runs it.</source>
        <translation>Das Zertifikat des Dienstes wird nicht angenommen. Es wird nichts gesendet, denn jemand anders könnte seine Stelle eingenommen haben. Fragen Sie, wer ihn betreibt.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password.</source>
        <translation>Der Proxy dieses Netzes will einen Namen und ein Passwort.</translation>
    </message>
    <message>
        <source>The proxy that is set up on this computer cannot be reached.</source>
        <translation>Der Proxy, der auf diesem Computer eingerichtet ist, ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Something else answers at the service&apos;s address.</source>
        <translation>Unter der Adresse des Dienstes antwortet etwas anderes.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) off. Deskhand goes by that of the service.</source>
        <translation>
            <numerusform>Die Uhr dieses Computers geht um %n Minute falsch. Deskhand richtet sich nach der Uhr des Dienstes.</numerusform>
            <numerusform>Die Uhr dieses Computers geht um %n Minuten falsch. Deskhand richtet sich nach der Uhr des Dienstes.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can go on: what you do is kept on this computer and sent when the service can be reached.</source>
        <translation>Sie können weitermachen: Was Sie tun, wird auf diesem Computer aufgehoben und gesendet, wenn der Dienst erreichbar ist.</translation>
    </message>
    <message>
        <source>Nothing: every look goes to the service</source>
        <translation>Nichts: Jeder Blick geht zum Dienst</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>Meine Tickets</translation>
    </message>
    <message>
        <source>My tickets, and all that are open in my queues</source>
        <translation>Meine Tickets und alle offenen in meinen Queues</translation>
    </message>
</context>
<context>
    <name>deskhand::SyncWindow</name>
    <message>
        <source>Waiting commands</source>
        <translation>Wartende Befehle</translation>
    </message>
    <message>
        <source>&amp;Waiting commands…</source>
        <translation>&amp;Wartende Befehle…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>What you do without the service stands here until it has arrived there. What the service does not take, or what a colleague had set at the same time, waits here for you.</source>
        <translation>Was Sie ohne den Dienst tun, steht hier, bis es dort angekommen ist. Was der Dienst nicht annimmt oder was ein Kollege zugleich gesetzt hatte, wartet hier auf Sie.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden…</translation>
    </message>
    <message>
        <source>What was written or changed</source>
        <translation>Was geschrieben oder geändert wurde</translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation>Ticket öffnen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Days for which solved tickets are kept</source>
        <translation>Tage, die gelöste Tickets behalten werden</translation>
    </message>
    <message>
        <source>and solved ones for </source>
        <translation>und gelöste für </translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>Remove from this computer…</source>
        <translation>Von diesem Computer entfernen…</translation>
    </message>
    <message>
        <source>It could not be done.</source>
        <translation>Es ging nicht.</translation>
    </message>
    <message>
        <source>It could not be given up.</source>
        <translation>Es konnte nicht aufgegeben werden.</translation>
    </message>
    <message>
        <source>Give up “%1”?</source>
        <translation>„%1“ aufgeben?</translation>
    </message>
    <message>
        <source>The text is gone then, and the ticket is as if you had never done it.</source>
        <translation>Der Text ist dann weg, und das Ticket ist, als hätten Sie es nie getan.</translation>
    </message>
    <message>
        <source>Remove from this computer</source>
        <translation>Von diesem Computer entfernen</translation>
    </message>
    <message>
        <source>Remove everything of this desk from this computer?</source>
        <translation>Alles von diesem Desk von diesem Computer entfernen?</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) have not arrived at the service and are lost then. The desk itself stays as it is.</source>
        <translation>
            <numerusform>%n Befehl ist nicht beim Dienst angekommen und geht dann verloren. Der Desk selbst bleibt, wie er ist.</numerusform>
            <numerusform>%n Befehle sind nicht beim Dienst angekommen und gehen dann verloren. Der Desk selbst bleibt, wie er ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets, drafts and the sign-in are removed here. The desk itself stays as it is, and you can sign in again.</source>
        <translation>Tickets, Entwürfe und die Anmeldung werden hier entfernt. Der Desk selbst bleibt, wie er ist, und Sie können sich wieder anmelden.</translation>
    </message>
    <message>
        <source>You are offline: wait until you are back, and nothing is lost.</source>
        <translation>Sie sind offline: Warten Sie, bis Sie wieder verbunden sind, dann geht nichts verloren.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>deskhand::TargetButton</name>
    <message>
        <source>Shows what was counted and why</source>
        <translation>Zeigt, was gezählt wurde und warum</translation>
    </message>
</context>
<context>
    <name>deskhand::TargetDetails</name>
    <message>
        <source>What starts, fulfils and resets the target</source>
        <translation>Was das Ziel startet, erfüllt und zurücksetzt</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Fulfils</source>
        <translation>Erfüllt</translation>
    </message>
    <message>
        <source>Resets</source>
        <translation>Setzt zurück</translation>
    </message>
    <message>
        <source>States in which it stands still</source>
        <translation>Status, in denen es stillsteht</translation>
    </message>
    <message>
        <source>When the ticket is reopened</source>
        <translation>Wenn das Ticket wieder geöffnet wird</translation>
    </message>
    <message>
        <source>With at least</source>
        <translation>Mit mindestens</translation>
    </message>
    <message>
        <source>with at least</source>
        <translation>mit mindestens</translation>
    </message>
    <message>
        <source>Stands still while the ticket is</source>
        <translation>Steht still im Status</translation>
    </message>
    <message>
        <source>%1 · not promised: enter a time above</source>
        <translation>%1 · nicht zugesagt: Geben Sie oben eine Zeit ein</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happens: what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Write it in minutes or hours.</source>
        <translation>Schreiben Sie es in Minuten oder Stunden.</translation>
    </message>
</context>
<context>
    <name>deskhand::TargetMatrix</name>
    <message>
        <source>Promised times by target and priority</source>
        <translation>Zugesagte Zeiten nach Ziel und Priorität</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Übrige</translation>
    </message>
    <message>
        <source>not promised</source>
        <translation>nicht zugesagt</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>a target, a priority, a time</comment>
        <translation>%1, %2: %3</translation>
    </message>
</context>
<context>
    <name>deskhand::ThreadAccessible</name>
    <message numerus="yes">
        <source>%n earlier message(s)</source>
        <translation>
            <numerusform>%n frühere Nachricht</numerusform>
            <numerusform>%n frühere Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>New messages begin here</source>
        <translation>Hier beginnen neue Nachrichten</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>Quoted text is folded.</source>
        <translation>Zitierter Text ist eingeklappt.</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>wartet auf das Senden</translation>
    </message>
    <message>
        <source>from #%1</source>
        <translation>aus #%1</translation>
    </message>
</context>
<context>
    <name>deskhand::ThreadModel</name>
    <message numerus="yes">
        <source>%n earlier message(s)</source>
        <translation>
            <numerusform>%n frühere Nachricht</numerusform>
            <numerusform>%n frühere Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>deskhand::ThreadPainter</name>
    <message>
        <source>Remote pictures are not shown. Show them</source>
        <translation>Bilder aus dem Netz werden nicht angezeigt. Anzeigen</translation>
    </message>
    <message>
        <source>Only the beginning is shown. Open the whole text</source>
        <translation>Nur der Anfang wird angezeigt. Ganzen Text öffnen</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>from #%1</source>
        <translation>aus #%1</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>wartet auf das Senden</translation>
    </message>
</context>
<context>
    <name>deskhand::ThreadPanel</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n neue Nachricht</numerusform>
            <numerusform>%n neue Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the link&apos;s address</source>
        <translation>Linkadresse kopieren</translation>
    </message>
    <message>
        <source>Copy the text of the message</source>
        <translation>Nachrichtentext kopieren</translation>
    </message>
    <message>
        <source>Copy the sender&apos;s address</source>
        <translation>Absenderadresse kopieren</translation>
    </message>
    <message>
        <source>Show or hide the quoted text</source>
        <translation>Zitierten Text ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Nächste Nachricht</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Vorherige Nachricht</translation>
    </message>
    <message>
        <source>Newest message</source>
        <translation>Neueste Nachricht</translation>
    </message>
    <message>
        <source>Show or hide quoted text</source>
        <translation>Zitierten Text ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Files of this message…</source>
        <translation>Dateien dieser Nachricht…</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>Neue Nachrichten</translation>
    </message>
    <message>
        <source>What became of this mail…</source>
        <translation>Was aus dieser E-Mail wurde…</translation>
    </message>
    <message>
        <source>Split off this message…</source>
        <translation>Diese Nachricht abtrennen…</translation>
    </message>
    <message>
        <source>Split off from here…</source>
        <translation>Ab hier abtrennen…</translation>
    </message>
</context>
<context>
    <name>deskhand::ThreadView</name>
    <message>
        <source>Thread</source>
        <translation>Unterhaltung</translation>
    </message>
    <message>
        <source>Loading earlier messages…</source>
        <translation>Frühere Nachrichten werden geladen…</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s)</source>
        <translation>
            <numerusform>%n frühere Nachricht</numerusform>
            <numerusform>%n frühere Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>An: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Kopie: %1</translation>
    </message>
    <message>
        <source>Hide the quoted text</source>
        <translation>Zitierten Text ausblenden</translation>
    </message>
    <message>
        <source>Show the quoted text</source>
        <translation>Zitierten Text anzeigen</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketArea</name>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>No ticket is open</source>
        <translation>Kein Ticket geöffnet</translation>
    </message>
    <message>
        <source>Choose a ticket in the list, or press Enter on it, to read and answer it here.</source>
        <translation>Wählen Sie ein Ticket in der Liste aus oder drücken Sie darauf die Eingabetaste, um es hier zu lesen und zu beantworten.</translation>
    </message>
    <message>
        <source>The change was not made.</source>
        <translation>Die Änderung wurde nicht vorgenommen.</translation>
    </message>
    <message>
        <source>The ticket could not be opened.</source>
        <translation>Das Ticket konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Reply sent</source>
        <translation>Antwort gesendet</translation>
    </message>
    <message>
        <source>Internal note added</source>
        <translation>Interne Notiz hinzugefügt</translation>
    </message>
    <message>
        <source>Call recorded</source>
        <translation>Anruf erfasst</translation>
    </message>
    <message>
        <source>Edit the su&amp;bject</source>
        <translation>&amp;Betreff bearbeiten</translation>
    </message>
    <message>
        <source>Copy &amp;number and subject</source>
        <translation>&amp;Nummer und Betreff kopieren</translation>
    </message>
    <message>
        <source>Copied #%1</source>
        <translation>#%1 kopiert</translation>
    </message>
    <message>
        <source>Set cate&amp;gory…</source>
        <translation>Kate&amp;gorie festlegen…</translation>
    </message>
    <message>
        <source>Set &amp;due…</source>
        <translation>&amp;Fälligkeit festlegen…</translation>
    </message>
    <message>
        <source>Reply added. It was not mailed: no mailbox sends for this queue.</source>
        <translation>Antwort hinzugefügt. Sie wurde nicht per E-Mail gesendet: Für diese Queue sendet kein Postfach.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Später senden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
    <message>
        <source>Show in the outbox</source>
        <translation>Im Postausgang anzeigen</translation>
    </message>
    <message>
        <source>Sp&amp;lit off messages…</source>
        <translation>Nachrichten ab&amp;trennen…</translation>
    </message>
    <message>
        <source>Kept on this computer: it is sent as soon as the service can be reached.</source>
        <translation>Liegt auf diesem Computer und wird gesendet, sobald der Dienst erreichbar ist.</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketCompareCard</name>
    <message>
        <source>This one stays</source>
        <translation>Dieses bleibt</translation>
    </message>
    <message>
        <source>Leave this ticket out</source>
        <translation>Dieses Ticket weglassen</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständiger</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>%1 stays</source>
        <translation>%1 bleibt</translation>
    </message>
    <message>
        <source>%1 is merged into it</source>
        <translation>%1 wird aufgenommen</translation>
    </message>
    <message>
        <source>Is being read…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Changed meanwhile: %1</source>
        <translation>Inzwischen geändert: %1</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketDelegate</name>
    <message>
        <source>This ticket no longer exists</source>
        <translation>Dieses Ticket existiert nicht mehr</translation>
    </message>
    <message>
        <source>This ticket has a new place in the list and moves there when the pointer leaves it.</source>
        <translation>Dieses Ticket hat einen neuen Platz in der Liste und wechselt dorthin, sobald der Mauszeiger es verlässt.</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketHeader</name>
    <message>
        <source>More about this ticket</source>
        <translation>Mehr zu diesem Ticket</translation>
    </message>
    <message>
        <source>Unknown state</source>
        <translation>Unbekannter Status</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Unknown priority</source>
        <translation>Unbekannte Priorität</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>No queue</source>
        <translation>Keine Queue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständiger</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Fällig %1</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Add or remove tags</source>
        <translation>Schlagwörter hinzufügen oder entfernen</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketListModel</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <comment>heading of a group</comment>
        <translation>
            <numerusform>%1, %n Ticket</numerusform>
            <numerusform>%1, %n Tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::TicketListView</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketPaletteSource</name>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketPicker</name>
    <message>
        <source>Find the other ticket</source>
        <translation>Das andere Ticket finden</translation>
    </message>
    <message>
        <source>Number or words of the other ticket</source>
        <translation>Nummer oder Wörter des anderen Tickets</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>The requester has no other open ticket.</source>
        <translation>Der Anfragende hat kein anderes offenes Ticket.</translation>
    </message>
    <message>
        <source>No ticket with “%1”.</source>
        <translation>Kein Ticket mit „%1“.</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketText</name>
    <message>
        <source>&lt;1 m</source>
        <comment>less than a minute, as short as possible</comment>
        <translation>&lt;1 m</translation>
    </message>
    <message>
        <source>%1 m</source>
        <comment>minutes, as short as possible</comment>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 h %2 m</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 m</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>days and hours</comment>
        <translation>%1 T %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <comment>months, as short as possible</comment>
        <translation>%1 Mon</translation>
    </message>
    <message>
        <source>%1 y</source>
        <comment>years, as short as possible</comment>
        <translation>%1 J</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(kein Betreff)</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>ticket number and subject</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>Priorität %1</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>nicht zugewiesen</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>Zuständiger %1</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>fällig in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n Anhang</numerusform>
            <numerusform>%n Anhänge</numerusform>
        </translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>aktualisiert: %1</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>None: %1</source>
        <translation>Ohne Angabe: %1</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Anfragender</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständiger</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Aktualisiert</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Letzter Kontakt</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>Messenger</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Monitoring</source>
        <translation>Monitoring</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>day and short month, as QLocale writes formats</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day with a short month, as QLocale writes formats</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>the newest reply is delayed</source>
        <translation>die neueste Antwort ist verzögert</translation>
    </message>
    <message>
        <source>the newest reply was not delivered</source>
        <translation>die neueste Antwort wurde nicht zugestellt</translation>
    </message>
    <message>
        <source>the newest reply bounced</source>
        <translation>die neueste Antwort ist zurückgekommen</translation>
    </message>
    <message>
        <source>what was promised was kept</source>
        <translation>alle Zusagen eingehalten</translation>
    </message>
    <message>
        <source>a promise was missed</source>
        <translation>eine Zusage verfehlt</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Met</source>
        <comment>promises that were kept</comment>
        <translation>Eingehalten</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>promises that were not kept</comment>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Nothing promised</source>
        <translation>Nichts zugesagt</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Restzeit</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>wartet auf das Senden</translation>
    </message>
</context>
<context>
    <name>deskhand::TimeLeft</name>
    <message>
        <source>overdue %1</source>
        <translation>überfällig %1</translation>
    </message>
    <message>
        <source>overdue, paused</source>
        <translation>überfällig, angehalten</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>overdue, paused: %1</source>
        <comment>a state</comment>
        <translation>überfällig, angehalten: %1</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <comment>a state</comment>
        <translation>angehalten: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds, as short as possible</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>met</source>
        <comment>a promise was kept</comment>
        <translation>eingehalten</translation>
    </message>
    <message>
        <source>missed</source>
        <comment>a promise was not kept</comment>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>paused %1</source>
        <comment>waiting for another %1</comment>
        <translation>angehalten %1</translation>
    </message>
    <message>
        <source>Everything that was promised was kept.</source>
        <translation>Alle Zusagen wurden eingehalten.</translation>
    </message>
    <message>
        <source>A promise was not kept in time.</source>
        <translation>Eine Zusage wurde nicht rechtzeitig eingehalten.</translation>
    </message>
    <message>
        <source>%1: paused (%2), overdue by %3 before</source>
        <translation>%1: angehalten (%2), zuvor um %3 überfällig</translation>
    </message>
    <message>
        <source>%1: paused (%2), %3 left when it goes on</source>
        <translation>%1: angehalten (%2), noch %3, wenn es weitergeht</translation>
    </message>
    <message>
        <source>%1: due %2, in %3 by the wall clock</source>
        <translation>%1: fällig %2, in %3 nach der Wanduhr</translation>
    </message>
    <message>
        <source>%1: was due %2, %3 ago by the wall clock</source>
        <translation>%1: war fällig %2, vor %3 nach der Wanduhr</translation>
    </message>
    <message>
        <source>A promise before was not kept in time.</source>
        <translation>Eine frühere Zusage wurde nicht rechtzeitig eingehalten.</translation>
    </message>
    <message>
        <source>as the service has it</source>
        <comment>a clock is paused</comment>
        <translation>so steht es beim Dienst</translation>
    </message>
</context>
<context>
    <name>deskhand::TimeWords</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 Mon</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 J</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 überfällig</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>day and month, as QLocale writes formats</comment>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day, as QLocale writes formats</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>deskhand::ToastBar</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Do something about it</source>
        <translation>Auf die Meldung reagieren</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>deskhand::TriageActions</name>
    <message>
        <source>Set &amp;state…</source>
        <translation>&amp;Status setzen…</translation>
    </message>
    <message>
        <source>Set &amp;priority…</source>
        <translation>&amp;Priorität setzen…</translation>
    </message>
    <message>
        <source>Set &amp;owner…</source>
        <translation>&amp;Zuständigen setzen…</translation>
    </message>
    <message>
        <source>Assign to &amp;me</source>
        <translation>&amp;Mir zuweisen</translation>
    </message>
    <message>
        <source>Move to &amp;queue…</source>
        <translation>In &amp;Queue verschieben…</translation>
    </message>
    <message>
        <source>Add or remove &amp;tag…</source>
        <translation>Schlagwort hinzufügen oder &amp;entfernen…</translation>
    </message>
    <message>
        <source>Mark as read or &amp;unread</source>
        <translation>Als gelesen oder &amp;ungelesen markieren</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>U&amp;ndo last change of tickets</source>
        <translation>Letzte Ticketänderung &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Choose a ticket in the list first</source>
        <translation>Wählen Sie zuerst ein Ticket in der Liste aus</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>Status setzen</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>Status %1</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Wiedervorlage</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Morgen früh</translation>
    </message>
    <message>
        <source>In 3 hours</source>
        <translation>In 3 Stunden</translation>
    </message>
    <message>
        <source>In 2 days</source>
        <translation>In 2 Tagen</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>Nächsten Montag</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>In zwei Wochen</translation>
    </message>
    <message>
        <source>Without a reminder</source>
        <translation>Ohne Erinnerung</translation>
    </message>
    <message>
        <source>Set priority</source>
        <translation>Priorität setzen</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>Priorität %1</translation>
    </message>
    <message>
        <source>Set owner</source>
        <translation>Zuständigen setzen</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ich</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>Zuständiger %1</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>ohne Zuständigen</translation>
    </message>
    <message>
        <source>Move to queue</source>
        <translation>In Queue verschieben</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>Queue %1</translation>
    </message>
    <message>
        <source>Add or remove tag</source>
        <translation>Schlagwort hinzufügen oder entfernen</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>„%1“ hinzufügen</translation>
    </message>
    <message>
        <source>without tag %1</source>
        <translation>ohne Schlagwort %1</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>Schlagwort %1</translation>
    </message>
    <message>
        <source>assigned to me</source>
        <translation>mir zugewiesen</translation>
    </message>
    <message>
        <source>marked as read</source>
        <translation>als gelesen markiert</translation>
    </message>
    <message>
        <source>marked as unread</source>
        <translation>als ungelesen markiert</translation>
    </message>
    <message>
        <source>Change many tickets</source>
        <translation>Viele Tickets ändern</translation>
    </message>
    <message numerus="yes">
        <source>Change %n ticket(s): %1?</source>
        <translation>
            <numerusform>%n Ticket ändern: %1?</numerusform>
            <numerusform>%n Tickets ändern: %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be undone right afterwards.</source>
        <translation>Dies kann direkt danach rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message numerus="yes">
        <source>Changing %n ticket(s)</source>
        <translation>
            <numerusform>%n Ticket wird geändert</numerusform>
            <numerusform>%n Tickets werden geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>change undone</source>
        <translation>Änderung rückgängig gemacht</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) not changed</source>
        <translation>
            <numerusform>%n Ticket nicht geändert</numerusform>
            <numerusform>%n Tickets nicht geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s): %1</source>
        <translation>
            <numerusform>%n Ticket: %1</numerusform>
            <numerusform>%n Tickets: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Nothing to change: %1 already</source>
        <translation>Nichts zu ändern: bereits %1</translation>
    </message>
    <message>
        <source>the rest was left alone</source>
        <translation>der Rest blieb unverändert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>yours set</source>
        <translation>Ihr Wert gesetzt</translation>
    </message>
    <message>
        <source>Mer&amp;ge…</source>
        <translation>Zusammen&amp;führen…</translation>
    </message>
</context>
<context>
    <name>deskhand::TryItPanel</name>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Zugesagt</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Then…</source>
        <translation>Dann…</translation>
    </message>
    <message>
        <source>Add an event to the made-up ticket</source>
        <translation>Dem erfundenen Ticket ein Ereignis hinzufügen</translation>
    </message>
    <message>
        <source>When it is due, and what counts</source>
        <translation>Wann es fällig ist und was zählt</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Zusage</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Zählt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>paused with %1 left</source>
        <translation>angehalten, noch %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>met, %1 before it was due</source>
        <translation>eingehalten, %1 vor der Fälligkeit</translation>
    </message>
    <message>
        <source>missed by %1</source>
        <translation>um %1 verfehlt</translation>
    </message>
    <message>
        <source>never due by this calendar</source>
        <translation>nach diesem Kalender nie fällig</translation>
    </message>
    <message>
        <source>was due %1, and is missed</source>
        <translation>war fällig %1 und ist verfehlt</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>%1, %2nd time</source>
        <comment>a target that runs once more</comment>
        <translation>%1, %2. Mal</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a target: when it is due</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing is promised for this ticket.</source>
        <translation>Für dieses Ticket ist nichts zugesagt.</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>zugesagt: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::TryItStep</name>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>When it happens</source>
        <translation>Wann es geschieht</translation>
    </message>
    <message>
        <source>Take this event away</source>
        <translation>Dieses Ereignis entfernen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
</context>
<context>
    <name>deskhand::UndoSendBar</name>
    <message>
        <source>Undo</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Jetzt senden</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>A mail that can be taken back</source>
        <translation>Eine E-Mail, die zurückgenommen werden kann</translation>
    </message>
    <message>
        <source>Take it back to go on writing  Ctrl+Z</source>
        <translation>Zurücknehmen und weiterschreiben  Strg+Z</translation>
    </message>
    <message>
        <source>Undo send</source>
        <translation>Senden zurücknehmen</translation>
    </message>
    <message>
        <source>Show the outbox</source>
        <translation>Postausgang anzeigen</translation>
    </message>
    <message>
        <source>Sends %1</source>
        <comment>in 12 s</comment>
        <translation>Versand %1</translation>
    </message>
    <message>
        <source>#%1 sends %2</source>
        <comment>number of the ticket, in 12 s</comment>
        <translation>#%1: Versand %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::UnmergeDialog</name>
    <message>
        <source>Unmerge</source>
        <translation>Zusammenführung aufheben</translation>
    </message>
    <message>
        <source>The tickets were not parted.</source>
        <translation>Die Tickets wurden nicht getrennt.</translation>
    </message>
    <message>
        <source>Messages since the merge</source>
        <translation>Nachrichten seit der Zusammenführung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason, for the history (may stay empty)</source>
        <translation>Grund, für den Verlauf (kann leer bleiben)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>#%1 “%2” becomes a ticket of its own again, with its number, state, owner, queue, tags and its %n message(s). #%3 keeps what it had before.</source>
        <translation>
            <numerusform>#%1 „%2“ wird wieder ein eigenes Ticket, mit Nummer, Zustand, Zuständigem, Queue, Tags und seiner Nachricht. #%3 behält, was es vorher hatte.</numerusform>
            <numerusform>#%1 „%2“ wird wieder ein eigenes Ticket, mit Nummer, Zustand, Zuständigem, Queue, Tags und seinen %n Nachrichten. #%3 behält, was es vorher hatte.</numerusform>
        </translation>
    </message>
    <message>
        <source>These came since the merge. Tick those that belong to #%1; the others stay in #%2.</source>
        <translation>Diese kamen seit der Zusammenführung. Haken Sie an, was zu #%1 gehört; die anderen bleiben in #%2.</translation>
    </message>
</context>
<context>
    <name>deskhand::ViewDialog</name>
    <message>
        <source>All tickets, or: state:open queue:network</source>
        <translation>Alle Tickets, oder: state:open queue:network</translation>
    </message>
    <message>
        <source>Condition of the view</source>
        <translation>Bedingung der Ansicht</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Two lines</source>
        <translation>Zwei Zeilen</translation>
    </message>
    <message>
        <source>One line with columns</source>
        <translation>Eine Zeile mit Spalten</translation>
    </message>
    <message>
        <source>Edit view</source>
        <translation>Ansicht bearbeiten</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>Als Ansicht speichern</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>This is not a condition.</source>
        <translation>Dies ist keine Bedingung.</translation>
    </message>
    <message>
        <source>With free words: counted when the view is opened.</source>
        <translation>Mit freien Wörtern: wird beim Öffnen der Ansicht gezählt.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) match now</source>
        <translation>
            <numerusform>Derzeit passt %n Ticket</numerusform>
            <numerusform>Derzeit passen %n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>The view was not saved.</source>
        <translation>Die Ansicht wurde nicht gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n ticket(s) match now: not all are on this computer</source>
        <translation>
            <numerusform>Mindestens %n Ticket passt jetzt: Nicht alle sind auf diesem Computer</numerusform>
            <numerusform>Mindestens %n Tickets passen jetzt: Nicht alle sind auf diesem Computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::ViewListModel</name>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Nicht zugewiesen</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Bald fällig</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>Alle Tickets</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>Meine Ansichten</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>Shared views</source>
        <translation>Gemeinsame Ansichten</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <comment>a view and its count</comment>
        <translation>
            <numerusform>%1, %n Ticket</numerusform>
            <numerusform>%1, %n Tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Nicht zugestellt</translation>
    </message>
    <message numerus="yes">
        <source>%1, at least %n ticket(s): not all are on this computer</source>
        <comment>a view and its count</comment>
        <translation>
            <numerusform>%1, mindestens %n Ticket: Nicht alle sind auf diesem Computer</numerusform>
            <numerusform>%1, mindestens %n Tickets: Nicht alle sind auf diesem Computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::ViewPaletteSource</name>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>deskhand::Wallboard</name>
    <message>
        <source>Wallboard</source>
        <translation>Wandtafel</translation>
    </message>
    <message>
        <source>%1 · held</source>
        <translation>%1 · angehalten</translation>
    </message>
</context>
<context>
    <name>deskhand::WeekEditor</name>
    <message>
        <source>Exact times</source>
        <translation>Genaue Zeiten</translation>
    </message>
    <message>
        <source>Working time of %1</source>
        <translation>Arbeitszeit am %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>09:00–12:00, 13:00–17:00, or over midnight 22:00–06:00</source>
        <translation>09:00–12:00, 13:00–17:00, oder über Mitternacht 22:00–06:00</translation>
    </message>
    <message>
        <source>Paint with the mouse, or with Space where the frame stands; arrows move it by a quarter of an hour, with Ctrl by an hour, with Shift they mark. Exact times and night shifts (22:00–06:00) are typed.</source>
        <translation>Malen Sie mit der Maus, oder mit der Leertaste dort, wo der Rahmen steht; die Pfeiltasten bewegen ihn um eine Viertelstunde, mit Strg um eine Stunde, mit Umschalt markieren sie. Genaue Zeiten und Nachtschichten (22:00–06:00) werden eingetippt.</translation>
    </message>
    <message>
        <source>Monday&apos;s times for all weekdays</source>
        <translation>Zeiten vom Montag für Montag bis Freitag</translation>
    </message>
    <message>
        <source>This is no working time.</source>
        <translation>Das ist keine Arbeitszeit.</translation>
    </message>
    <message>
        <source>%1 h a week</source>
        <translation>%1 h pro Woche</translation>
    </message>
</context>
<context>
    <name>deskhand::WeekFrames</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>around the clock</source>
        <translation>rund um die Uhr</translation>
    </message>
</context>
<context>
    <name>deskhand::WeekGrid</name>
    <message>
        <source>Working time of a week</source>
        <translation>Arbeitszeit einer Woche</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>working time</source>
        <translation>Arbeitszeit</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>, marked from %1 %2</source>
        <translation>, markiert ab %1 %2</translation>
    </message>
</context>
<context>
    <name>deskhand::WhatIfDialog</name>
    <message>
        <source>What if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source> months</source>
        <translation> Monate</translation>
    </message>
    <message>
        <source>Tickets of the last</source>
        <translation>Tickets der letzten</translation>
    </message>
    <message>
        <source>Which tickets</source>
        <translation>Welche Tickets</translation>
    </message>
    <message>
        <source>all tickets, verdicts included</source>
        <translation>alle Tickets, auch deren Ergebnisse</translation>
    </message>
    <message>
        <source>only those that are open</source>
        <translation>nur die offenen</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Durchspielen</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Anwenden…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Replay the last</source>
        <translation>Tickets der letzten</translation>
    </message>
    <message>
        <source>Nothing is touched by this.</source>
        <translation>Hierdurch wird nichts verändert.</translation>
    </message>
    <message>
        <source>How many promises would have been kept?</source>
        <translation>Wie viele Zusagen wären eingehalten worden?</translation>
    </message>
    <message>
        <source>Of %1 tickets %2 would have been timed otherwise: %3 kept promises would have been missed, %4 missed ones kept.</source>
        <translation>Von %1 Tickets wären %2 anders berechnet worden: %3 eingehaltene Zusagen wären verfehlt, %4 verfehlte eingehalten worden.</translation>
    </message>
</context>
<context>
    <name>deskhand::WorkDialog</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Log work</source>
        <translation>Aufwand erfassen</translation>
    </message>
    <message>
        <source>The work log was not changed.</source>
        <translation>Der Aufwand wurde nicht geändert.</translation>
    </message>
    <message>
        <source>45, 1h 30 or 1:30</source>
        <translation>45, 1h 30 oder 1:30</translation>
    </message>
    <message>
        <source>What kind of work (may stay empty)</source>
        <translation>Was für Arbeit (darf leer bleiben)</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>Darf leer bleiben</translation>
    </message>
    <message>
        <source>Logged work</source>
        <translation>Erfasster Aufwand</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Tätigkeit</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nothing is logged yet.</source>
        <translation>Noch ist nichts erfasst.</translation>
    </message>
    <message>
        <source>Logged so far: %1</source>
        <translation>Bisher erfasst: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::WorkPlace</name>
    <message>
        <source>Log &amp;work…</source>
        <translation>Auf&amp;wand erfassen …</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Logged %1 on #%2, kept on this computer until the service can be reached</source>
        <translation>%1 für #%2 erfasst, auf diesem Computer aufbewahrt, bis der Dienst erreichbar ist</translation>
    </message>
    <message>
        <source>Logged %1 on #%2</source>
        <translation>%1 für #%2 erfasst</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Removed the work that was logged on #%1</source>
        <translation>Der für #%1 erfasste Aufwand wurde entfernt</translation>
    </message>
    <message>
        <source>The work that was logged on #%1 is still there.</source>
        <translation>Der für #%1 erfasste Aufwand ist noch da.</translation>
    </message>
</context>
<context>
    <name>deskhand::WorkPresenter</name>
    <message>
        <source>Write it as 45 (minutes), 1h 30, 1:30 or 1.5h, up to a week.</source>
        <translation>Schreiben Sie 45 (Minuten), 1h 30, 1:30 oder 1,5h, höchstens eine Woche.</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>Vor Ort</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Anfahrt</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Dokumentation</translation>
    </message>
</context>
<context>
    <name>deskhand::Workplace</name>
    <message>
        <source>The ticket that you opened is #%1</source>
        <translation>Das Ticket, das Sie geöffnet haben, ist #%1</translation>
    </message>
</context>
<context>
    <name>deskhand::WorkspaceBar</name>
    <message>
        <source>Workspaces</source>
        <translation>Arbeitsbereiche</translation>
    </message>
</context>
</TS>
