<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>AppearancePage</name>
    <message>
        <source>Theme</source>
        <translation>Theme</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Density</translation>
    </message>
    <message>
        <source>Comfortable: room around rows and controls</source>
        <translation>Comfortable: room around rows and controls</translation>
    </message>
    <message>
        <source>Compact: more on one screen</source>
        <translation>Compact: more on one screen</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Size of text</translation>
    </message>
    <message>
        <source>Size of text in percent</source>
        <translation>Size of text in percent</translation>
    </message>
    <message>
        <source>The theme and the size follow your desktop until you choose otherwise. The width of columns and the density of a list are kept with each view.</source>
        <translation>The theme and the size follow your desktop until you choose otherwise. The width of columns and the density of a list are kept with each view.</translation>
    </message>
</context>
<context>
    <name>ConnectWords</name>
    <message>
        <source>Check host and port, and ask whoever runs the server whether it is up.</source>
        <translation>Check host and port, and ask whoever runs the server whether it is up.</translation>
    </message>
    <message>
        <source>There is no server with this host name.</source>
        <translation>There is no server with this host name.</translation>
    </message>
    <message>
        <source>Check how the host is written, and whether this computer is in the right network.</source>
        <translation>Check how the host is written, and whether this computer is in the right network.</translation>
    </message>
    <message>
        <source>The host is there, but nothing answers at this port.</source>
        <translation>The host is there, but nothing answers at this port.</translation>
    </message>
    <message>
        <source>There is no way to this host.</source>
        <translation>There is no way to this host.</translation>
    </message>
    <message>
        <source>Check the network and the VPN of this computer.</source>
        <translation>Check the network and the VPN of this computer.</translation>
    </message>
    <message>
        <source>The server did not answer within ten seconds.</source>
        <translation>The server did not answer within ten seconds.</translation>
    </message>
    <message>
        <source>Check host, port and VPN; a firewall that swallows everything looks like this.</source>
        <translation>Check host, port and VPN; a firewall that swallows everything looks like this.</translation>
    </message>
    <message>
        <source>What answers there is not PostgreSQL.</source>
        <translation>What answers there is not PostgreSQL.</translation>
    </message>
    <message>
        <source>Check the port; PostgreSQL usually listens at 5432.</source>
        <translation>Check the port; PostgreSQL usually listens at 5432.</translation>
    </message>
    <message>
        <source>The server has as many connections as it takes.</source>
        <translation>The server has as many connections as it takes.</translation>
    </message>
    <message>
        <source>Try again in a moment; if it stays so, the server must allow more.</source>
        <translation>Try again in a moment; if it stays so, the server must allow more.</translation>
    </message>
    <message>
        <source>The server is starting or stopping.</source>
        <translation>The server is starting or stopping.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Try again in a moment.</translation>
    </message>
    <message>
        <source>The server&apos;s PostgreSQL is too old.</source>
        <translation>The server&apos;s PostgreSQL is too old.</translation>
    </message>
    <message>
        <source>Deskhand needs PostgreSQL 15 or newer.</source>
        <translation>Deskhand needs PostgreSQL 15 or newer.</translation>
    </message>
    <message>
        <source>Nothing was sent. Somebody may be in between: do not go on before you know why it is so.</source>
        <translation>Nothing was sent. Somebody may be in between: do not go on before you know why it is so.</translation>
    </message>
    <message>
        <source>The server does not encrypt its connections.</source>
        <translation>The server does not encrypt its connections.</translation>
    </message>
    <message>
        <source>Nothing was sent. Whoever runs the server has to switch TLS on (ssl = on).</source>
        <translation>Nothing was sent. Whoever runs the server has to switch TLS on (ssl = on).</translation>
    </message>
    <message>
        <source>It is not known which certificates are to be trusted.</source>
        <translation>It is not known which certificates are to be trusted.</translation>
    </message>
    <message>
        <source>Choose the file with your organization&apos;s certificate authority; whoever runs the server has it.</source>
        <translation>Choose the file with your organization&apos;s certificate authority; whoever runs the server has it.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not from an authority that you trust.</source>
        <translation>The server&apos;s certificate is not from an authority that you trust.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another host.</source>
        <translation>The server&apos;s certificate is for another host.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired or is not valid yet.</source>
        <translation>The server&apos;s certificate has expired or is not valid yet.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check this computer&apos;s clock; otherwise the server needs a new certificate.</source>
        <translation>Nothing was sent. Check this computer&apos;s clock; otherwise the server needs a new certificate.</translation>
    </message>
    <message>
        <source>Without encryption only a server on this computer can be used.</source>
        <translation>Without encryption only a server on this computer can be used.</translation>
    </message>
    <message>
        <source>Switch encryption on.</source>
        <translation>Switch encryption on.</translation>
    </message>
    <message>
        <source>The server wants a password.</source>
        <translation>The server wants a password.</translation>
    </message>
    <message>
        <source>Enter your password of the desk.</source>
        <translation>Enter your password of the desk.</translation>
    </message>
    <message>
        <source>The password is not right for this user.</source>
        <translation>The password is not right for this user.</translation>
    </message>
    <message>
        <source>Check the user and the password; many servers say the same of a user they do not know.</source>
        <translation>Check the user and the password; many servers say the same of a user they do not know.</translation>
    </message>
    <message>
        <source>The server does not know this user.</source>
        <translation>The server does not know this user.</translation>
    </message>
    <message>
        <source>Check the user name, or ask an administrator of the desk for it.</source>
        <translation>Check the user name, or ask an administrator of the desk for it.</translation>
    </message>
    <message>
        <source>The server has no database with this name.</source>
        <translation>The server has no database with this name.</translation>
    </message>
    <message>
        <source>Check the name of the database.</source>
        <translation>Check the name of the database.</translation>
    </message>
    <message>
        <source>The server does not let this user in from this computer.</source>
        <translation>The server does not let this user in from this computer.</translation>
    </message>
    <message>
        <source>An administrator of the server can allow it (pg_hba.conf, GRANT CONNECT).</source>
        <translation>An administrator of the server can allow it (pg_hba.conf, GRANT CONNECT).</translation>
    </message>
    <message>
        <source>The user may enter the database, but not the desk in it.</source>
        <translation>The user may enter the database, but not the desk in it.</translation>
    </message>
    <message>
        <source>An administrator of the desk has to make you one of its people.</source>
        <translation>An administrator of the desk has to make you one of its people.</translation>
    </message>
    <message>
        <source>There is no desk in this database.</source>
        <translation>There is no desk in this database.</translation>
    </message>
    <message>
        <source>Check the name of the database; an administrator makes a desk with “deskhandctl init-postgres”.</source>
        <translation>Check the name of the database; an administrator makes a desk with “deskhandctl init-postgres”.</translation>
    </message>
    <message>
        <source>A desk is being copied into this database, and is not whole yet.</source>
        <translation>A desk is being copied into this database, and is not whole yet.</translation>
    </message>
    <message>
        <source>Wait until “deskhandctl copy” has ended, or have it go on.</source>
        <translation>Wait until “deskhandctl copy” has ended, or have it go on.</translation>
    </message>
    <message>
        <source>The desk on the server is older than this program.</source>
        <translation>The desk on the server is older than this program.</translation>
    </message>
    <message>
        <source>Its owner brings it up to date with “deskhandctl migrate”; programs of people never do that by themselves.</source>
        <translation>Its owner brings it up to date with “deskhandctl migrate”; programs of people never do that by themselves.</translation>
    </message>
    <message>
        <source>The desk on the server is newer than this program.</source>
        <translation>The desk on the server is newer than this program.</translation>
    </message>
    <message>
        <source>Upgrade Deskhand on this computer.</source>
        <translation>Upgrade Deskhand on this computer.</translation>
    </message>
    <message>
        <source>This network wants you to sign in to it first.</source>
        <translation>This network wants you to sign in to it first.</translation>
    </message>
    <message>
        <source>Open a page in the browser, as in hotels and trains; Deskhand goes on by itself afterwards. Nothing of the desk was sent.</source>
        <translation>Open a page in the browser, as in hotels and trains; Deskhand goes on by itself afterwards. Nothing of the desk was sent.</translation>
    </message>
    <message>
        <source>What answers there is not a Deskhand service.</source>
        <translation>What answers there is not a Deskhand service.</translation>
    </message>
    <message>
        <source>Check the address, and ask whoever runs the service for it.</source>
        <translation>Check the address, and ask whoever runs the service for it.</translation>
    </message>
    <message>
        <source>The proxy that this computer uses does not answer.</source>
        <translation>The proxy that this computer uses does not answer.</translation>
    </message>
    <message>
        <source>Check the network, and the proxy in the settings of the system.</source>
        <translation>Check the network, and the proxy in the settings of the system.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password.</source>
        <translation>The proxy of this network wants a name and a password.</translation>
    </message>
    <message>
        <source>Enter them; they are not those of the desk.</source>
        <translation>Enter them; they are not those of the desk.</translation>
    </message>
</context>
<context>
    <name>ConnectionDialog</name>
    <message>
        <source>Connect to my team&apos;s desk</source>
        <translation>Connect to my team&apos;s desk</translation>
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
        <translation>&amp;Database</translation>
    </message>
    <message>
        <source>support</source>
        <translation>support</translation>
    </message>
    <message>
        <source>&amp;User</source>
        <translation>&amp;User</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Password</translation>
    </message>
    <message>
        <source>Keep the password in this computer&apos;s &amp;keychain</source>
        <translation>Keep the password in this computer&apos;s &amp;keychain</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>&amp;Encrypt and check who the server is (TLS, verify-full)</source>
        <translation>&amp;Encrypt and check who the server is (TLS, verify-full)</translation>
    </message>
    <message>
        <source>&amp;Authorities</source>
        <translation>&amp;Authorities</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Choose the file of certificate authorities</source>
        <translation>Choose the file of certificate authorities</translation>
    </message>
    <message>
        <source>Call &amp;it</source>
        <translation>Call &amp;it</translation>
    </message>
    <message>
        <source>as the desk calls itself</source>
        <translation>as the desk calls itself</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Asking the server</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Test</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Connect</translation>
    </message>
    <message>
        <source>Use a &amp;service instead…</source>
        <translation>Use a &amp;service instead…</translation>
    </message>
</context>
<context>
    <name>ErrorWords</name>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Try again.</translation>
    </message>
    <message>
        <source>The desk cannot be reached.</source>
        <translation>The desk cannot be reached.</translation>
    </message>
    <message>
        <source>What you wrote is kept on this computer.</source>
        <translation>What you wrote is kept on this computer.</translation>
    </message>
    <message>
        <source>Check the network; it is tried again when the desk answers.</source>
        <translation>Check the network; it is tried again when the desk answers.</translation>
    </message>
    <message>
        <source>The desk took too long to answer.</source>
        <translation>The desk took too long to answer.</translation>
    </message>
    <message>
        <source>The desk is busy with other work.</source>
        <translation>The desk is busy with other work.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Try again in a moment.</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>It was cancelled.</translation>
    </message>
    <message>
        <source>The desk does not know who you are.</source>
        <translation>The desk does not know who you are.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Sign in again.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>You are not allowed to do this.</translation>
    </message>
    <message>
        <source>Ask an administrator of the desk.</source>
        <translation>Ask an administrator of the desk.</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>It does not exist any more.</translation>
    </message>
    <message>
        <source>Somebody may have deleted or merged it.</source>
        <translation>Somebody may have deleted or merged it.</translation>
    </message>
    <message>
        <source>Somebody else changed the same thing meanwhile.</source>
        <translation>Somebody else changed the same thing meanwhile.</translation>
    </message>
    <message>
        <source>Both versions are kept.</source>
        <translation>Both versions are kept.</translation>
    </message>
    <message>
        <source>Look at what changed and decide which to keep.</source>
        <translation>Look at what changed and decide which to keep.</translation>
    </message>
    <message>
        <source>The desk cannot accept this.</source>
        <translation>The desk cannot accept this.</translation>
    </message>
    <message>
        <source>Correct the marked fields.</source>
        <translation>Correct the marked fields.</translation>
    </message>
    <message>
        <source>The change does not fit what the desk holds.</source>
        <translation>The change does not fit what the desk holds.</translation>
    </message>
    <message>
        <source>The desk file is damaged.</source>
        <translation>The desk file is damaged.</translation>
    </message>
    <message>
        <source>Nothing more was written to it.</source>
        <translation>Nothing more was written to it.</translation>
    </message>
    <message>
        <source>Restore the newest backup, and keep a copy of the damaged file.</source>
        <translation>Restore the newest backup, and keep a copy of the damaged file.</translation>
    </message>
    <message>
        <source>The desk was made by an older version of this program.</source>
        <translation>The desk was made by an older version of this program.</translation>
    </message>
    <message>
        <source>Let the owner of the desk upgrade it.</source>
        <translation>Let the owner of the desk upgrade it.</translation>
    </message>
    <message>
        <source>The desk was made by a newer version of this program.</source>
        <translation>The desk was made by a newer version of this program.</translation>
    </message>
    <message>
        <source>Upgrade this program.</source>
        <translation>Upgrade this program.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Something went wrong inside the program.</translation>
    </message>
    <message>
        <source>Copy the details into a report to its makers.</source>
        <translation>Copy the details into a report to its makers.</translation>
    </message>
    <message>
        <source>An attachment is larger than the service takes.</source>
        <translation>An attachment is larger than the service takes.</translation>
    </message>
    <message>
        <source>Attach something smaller, or ask an administrator of the desk.</source>
        <translation>Attach something smaller, or ask an administrator of the desk.</translation>
    </message>
    <message>
        <source>Too many attachments of yours wait to be used.</source>
        <translation>Too many attachments of yours wait to be used.</translation>
    </message>
    <message>
        <source>The service has no room for attachments.</source>
        <translation>The service has no room for attachments.</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Welcome to Deskhand</source>
        <translation>Welcome to Deskhand</translation>
    </message>
    <message>
        <source>A desk keeps the requests of the people you help. How do you want to begin?</source>
        <translation>A desk keeps the requests of the people you help. How do you want to begin?</translation>
    </message>
    <message>
        <source>Open a desk file…</source>
        <translation>Open a desk file…</translation>
    </message>
    <message>
        <source>My own desk</source>
        <translation>My own desk</translation>
    </message>
    <message>
        <source>Everything can be changed later.</source>
        <translation>Everything can be changed later.</translation>
    </message>
    <message>
        <source>Name of the desk</source>
        <translation>Name of the desk</translation>
    </message>
    <message>
        <source>IT Support</source>
        <translation>IT Support</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Your name</translation>
    </message>
    <message>
        <source>Your mail address</source>
        <translation>Your mail address</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Kept in</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Make the desk</source>
        <translation>Make the desk</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>My desks…</source>
        <translation>My desks…</translation>
    </message>
</context>
<context>
    <name>ViewDialog</name>
    <message>
        <source>Save view</source>
        <translation>Save view</translation>
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
        <translation>&amp;Sorted by</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>Sorted by</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>&amp;Descending</translation>
    </message>
    <message>
        <source>&amp;Grouped by</source>
        <translation>&amp;Grouped by</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Grouped by</translation>
    </message>
    <message>
        <source>&amp;Rows</source>
        <translation>&amp;Rows</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rows</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Columns</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>E&amp;verybody sees this view</source>
        <translation>E&amp;verybody sees this view</translation>
    </message>
</context>
<context>
    <name>deskhand::AboutDialog</name>
    <message>
        <source>About Deskhand</source>
        <translation>About Deskhand</translation>
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
        <translation>A service desk that is quick, keeps your work safe and needs no browser.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later. It comes with no warranty. You may use, study, share and change it.</source>
        <translation>Free software under the GNU General Public License, version 3 or later. It comes with no warranty. You may use, study, share and change it.</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Made with</translation>
    </message>
    <message>
        <source>Copy for a report</source>
        <translation>Copy for a report</translation>
    </message>
</context>
<context>
    <name>deskhand::AccountWindow</name>
    <message>
        <source>My account</source>
        <translation>My account</translation>
    </message>
    <message>
        <source>The list of computers could not be read or changed.</source>
        <translation>The list of computers could not be read or changed.</translation>
    </message>
    <message>
        <source>Where you are signed in</source>
        <translation>Where you are signed in</translation>
    </message>
    <message>
        <source>Sign out there…</source>
        <translation>Sign out there…</translation>
    </message>
    <message>
        <source>Sign out everywhere else…</source>
        <translation>Sign out everywhere else…</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>Sign out on all other computers?</source>
        <translation>Sign out on all other computers?</translation>
    </message>
    <message>
        <source>They are signed out within a second, and have to sign in again.</source>
        <translation>They are signed out within a second, and have to sign in again.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second factor</translation>
    </message>
    <message>
        <source>Besides the password, a code from an app on your phone is asked for when you sign in somewhere. Type your password to set it up or to take it away.</source>
        <translation>Besides the password, a code from an app on your phone is asked for when you sign in somewhere. Type your password to set it up or to take it away.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Take away</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Recovery codes</translation>
    </message>
    <message>
        <source>Add an account in your authenticator with this key, then type the code that it shows.</source>
        <translation>Add an account in your authenticator with this key, then type the code that it shows.</translation>
    </message>
    <message>
        <source>Copy the key&apos;s address</source>
        <translation>Copy the key&apos;s address</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Sign “%1” out?</source>
        <translation>Sign “%1” out?</translation>
    </message>
    <message>
        <source>It is signed out within a second, and has to sign in again.</source>
        <translation>It is signed out within a second, and has to sign in again.</translation>
    </message>
    <message>
        <source>The second factor was not set up.</source>
        <translation>The second factor was not set up.</translation>
    </message>
    <message>
        <source>Your second factor is set up. These recovery codes are shown this once: print them or keep them where your phone is not. Each lets you in once without the phone.</source>
        <translation>Your second factor is set up. These recovery codes are shown this once: print them or keep them where your phone is not. Each lets you in once without the phone.</translation>
    </message>
    <message>
        <source>The second factor is taken away.</source>
        <translation>The second factor is taken away.</translation>
    </message>
    <message>
        <source>The second factor was not taken away.</source>
        <translation>The second factor was not taken away.</translation>
    </message>
</context>
<context>
    <name>deskhand::ActionRow</name>
    <message>
        <source>What is done</source>
        <translation>What is done</translation>
    </message>
    <message>
        <source>To whom or to what</source>
        <translation>To whom or to what</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Text of the note</translation>
    </message>
    <message>
        <source>{{ticket.number}} needs a look</source>
        <translation>{{ticket.number}} needs a look</translation>
    </message>
    <message>
        <source>Take this action away</source>
        <translation>Take this action away</translation>
    </message>
</context>
<context>
    <name>deskhand::ActionRows</name>
    <message>
        <source>Add an action</source>
        <translation>Add an action</translation>
    </message>
</context>
<context>
    <name>deskhand::ActionSource</name>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
</context>
<context>
    <name>deskhand::ActionStrip</name>
    <message>
        <source>Marked tickets</source>
        <translation>Marked tickets</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>action and its key</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Clear marks</source>
        <translation>Clear marks</translation>
    </message>
    <message>
        <source>Clear marks (Esc)</source>
        <translation>Clear marks (Esc)</translation>
    </message>
    <message>
        <source>%L1 marked</source>
        <translation>%L1 marked</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Merge</translation>
    </message>
</context>
<context>
    <name>deskhand::AffectedTickets</name>
    <message>
        <source>Which tickets</source>
        <translation>Which tickets</translation>
    </message>
    <message>
        <source>Tickets that change</source>
        <translation>Tickets that change</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>tickets, how many</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Become overdue</source>
        <translation>Become overdue</translation>
    </message>
    <message>
        <source>Stop being overdue</source>
        <translation>Stop being overdue</translation>
    </message>
    <message>
        <source>Are re-timed</source>
        <translation>Are re-timed</translation>
    </message>
    <message>
        <source>The first %1 of %2 are shown.</source>
        <translation>The first %1 of %2 are shown.</translation>
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
        <translation>theme</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dark</translation>
    </message>
    <message>
        <source>light</source>
        <translation>light</translation>
    </message>
    <message>
        <source>high contrast</source>
        <translation>high contrast</translation>
    </message>
    <message>
        <source>density</source>
        <translation>density</translation>
    </message>
    <message>
        <source>font</source>
        <translation>font</translation>
    </message>
    <message>
        <source>size of text</source>
        <translation>size of text</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>As the desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>High contrast</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Appearance</translation>
    </message>
</context>
<context>
    <name>deskhand::ArticleCard</name>
    <message>
        <source>to %1</source>
        <translation>to %1</translation>
    </message>
    <message>
        <source>cc %1</source>
        <translation>cc %1</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Call to the requester</source>
        <translation>Call to the requester</translation>
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
        <translation>Unknown sender</translation>
    </message>
</context>
<context>
    <name>deskhand::AttachmentActions</name>
    <message>
        <source>The file could not be read.</source>
        <translation>The file could not be read.</translation>
    </message>
    <message>
        <source>The content is not what the name says: %1.</source>
        <translation>The content is not what the name says: %1.</translation>
    </message>
    <message>
        <source>The picture is damaged or too large to show.</source>
        <translation>The picture is damaged or too large to show.</translation>
    </message>
    <message>
        <source>File of a message</source>
        <translation>File of a message</translation>
    </message>
    <message>
        <source>“%1” is not opened.</source>
        <translation>“%1” is not opened.</translation>
    </message>
    <message>
        <source>It is %1. Programs and scripts from messages are never started; you can save it and have it checked.</source>
        <translation>It is %1. Programs and scripts from messages are never started; you can save it and have it checked.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>Open “%1” with another program?</source>
        <translation>Open “%1” with another program?</translation>
    </message>
    <message>
        <source>Its name promises another kind of file than its content is.</source>
        <translation>Its name promises another kind of file than its content is.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Save file</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>The file was not saved.</source>
        <translation>The file was not saved.</translation>
    </message>
    <message>
        <source>The file was not opened.</source>
        <translation>The file was not opened.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Open…</translation>
    </message>
</context>
<context>
    <name>deskhand::AttachmentStrip</name>
    <message>
        <source>Attachments</source>
        <translation>Attachments</translation>
    </message>
</context>
<context>
    <name>deskhand::CalendarDialog</name>
    <message>
        <source>The calendar was not saved.</source>
        <translation>The calendar was not saved.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Office hours</source>
        <translation>Office hours</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>The next 14 days</source>
        <translation>The next 14 days</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>What if…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>&amp;Week</source>
        <translation>&amp;Week</translation>
    </message>
    <message>
        <source>&amp;Holidays</source>
        <translation>&amp;Holidays</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Try it</translation>
    </message>
    <message>
        <source>New calendar</source>
        <translation>New calendar</translation>
    </message>
    <message>
        <source>Calendar %1</source>
        <translation>Calendar %1</translation>
    </message>
    <message>
        <source>&amp;Holidays (%1 to confirm)</source>
        <translation>&amp;Holidays (%1 to confirm)</translation>
    </message>
    <message>
        <source>Shown as soon as there is a zone and some working time.</source>
        <translation>Shown as soon as there is a zone and some working time.</translation>
    </message>
    <message>
        <source>Local time of %1</source>
        <translation>Local time of %1</translation>
    </message>
    <message>
        <source>A new version of %1</source>
        <translation>A new version of %1</translation>
    </message>
    <message>
        <source>If %1 had always been so</source>
        <translation>If %1 had always been so</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Throw away what you changed?</source>
        <translation>Throw away what you changed?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
</context>
<context>
    <name>deskhand::CalendarListModel</name>
    <message>
        <source>disabled</source>
        <translation>disabled</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) to be confirmed</source>
        <translation>
            <numerusform>%n day to be confirmed</numerusform>
            <numerusform>%n days to be confirmed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n holiday(s)</source>
        <translation>
            <numerusform>%n holiday</numerusform>
            <numerusform>%n holidays</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::CalendarPresenter</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copy)</translation>
    </message>
    <message>
        <source>The calendar needs a name.</source>
        <translation>The calendar needs a name.</translation>
    </message>
    <message>
        <source>There is a calendar with this name already.</source>
        <translation>There is a calendar with this name already.</translation>
    </message>
    <message>
        <source>%1: write working times as 09:00–12:00, 13:00–17:00.</source>
        <translation>%1: write working times as 09:00–12:00, 13:00–17:00.</translation>
    </message>
    <message>
        <source>policy %1</source>
        <translation>policy %1</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>queue %1</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>%1 · nothing goes by it yet</source>
        <translation>%1 · nothing goes by it yet</translation>
    </message>
    <message>
        <source>%1 · used by %2</source>
        <translation>%1 · used by %2</translation>
    </message>
</context>
<context>
    <name>deskhand::CalendarsPage</name>
    <message>
        <source>The calendar was not changed.</source>
        <translation>The calendar was not changed.</translation>
    </message>
    <message>
        <source>Add a calendar…</source>
        <translation>Add a calendar…</translation>
    </message>
    <message>
        <source>working hours</source>
        <translation>working hours</translation>
    </message>
    <message>
        <source>holidays</source>
        <translation>holidays</translation>
    </message>
    <message>
        <source>time zone</source>
        <translation>time zone</translation>
    </message>
    <message>
        <source>ics</source>
        <translation>ics</translation>
    </message>
    <message>
        <source>opening hours</source>
        <translation>opening hours</translation>
    </message>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>When somebody works. Queues and policies say by which calendar their clocks go.</source>
        <translation>When somebody works. Queues and policies say by which calendar their clocks go.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplicate…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>Business calendars</source>
        <translation>Business calendars</translation>
    </message>
    <message>
        <source>No calendar yet</source>
        <translation>No calendar yet</translation>
    </message>
    <message>
        <source>A calendar says when somebody works, so that clocks stand still at night and on holidays. Without one they run round the clock.</source>
        <translation>A calendar says when somebody works, so that clocks stand still at night and on holidays. Without one they run round the clock.</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Enable</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>Enable %1</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>Disable %1</translation>
    </message>
</context>
<context>
    <name>deskhand::ChartPanel</name>
    <message>
        <source>Show as &amp;table</source>
        <translation>Show as &amp;table</translation>
    </message>
    <message>
        <source>&amp;Copy as picture</source>
        <translation>&amp;Copy as picture</translation>
    </message>
    <message>
        <source>Copy as tab&amp;le</source>
        <translation>Copy as tab&amp;le</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Print…</translation>
    </message>
    <message>
        <source>&amp;Save as</source>
        <translation>&amp;Save as</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Picture (PNG)…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>Drawing (SVG)…</translation>
    </message>
    <message>
        <source>Document (PDF)…</source>
        <translation>Document (PDF)…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>Table (CSV)…</translation>
    </message>
    <message>
        <source>Workbook (XLSX)…</source>
        <translation>Workbook (XLSX)…</translation>
    </message>
    <message>
        <source>The chart was copied</source>
        <translation>The chart was copied</translation>
    </message>
    <message>
        <source>The table was copied</source>
        <translation>The table was copied</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>The chart was not saved.</source>
        <translation>The chart was not saved.</translation>
    </message>
    <message>
        <source>Save chart</source>
        <translation>Save chart</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
</context>
<context>
    <name>deskhand::ChartView</name>
    <message>
        <source>Loading…</source>
        <translation>Loading…</translation>
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
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 k</source>
        <comment>thousands</comment>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>date, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>dddd, d MMMM yyyy</translation>
    </message>
    <message>
        <source>Week from %1</source>
        <translation>Week from %1</translation>
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
        <translation>After %1</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 or more</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>no value</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>value, note</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, not complete</source>
        <translation>%1, not complete</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No data for this period</source>
        <translation>No data for this period</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duration</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Line chart</source>
        <translation>Line chart</translation>
    </message>
    <message>
        <source>Stacked area chart</source>
        <translation>Stacked area chart</translation>
    </message>
    <message>
        <source>Bar chart</source>
        <translation>Bar chart</translation>
    </message>
    <message>
        <source>Stacked bar chart</source>
        <translation>Stacked bar chart</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heat map</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogram</translation>
    </message>
    <message>
        <source>Survival curve</source>
        <translation>Survival curve</translation>
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
        <translation>%1, %2 to %3</translation>
    </message>
    <message>
        <source>%1: lowest %2 (%3), highest %4 (%5), last %6</source>
        <translation>%1: lowest %2 (%3), highest %4 (%5), last %6</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d MMM yyyy</translation>
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
        <translation>Nothing with this name</translation>
    </message>
    <message>
        <source>set now</source>
        <translation>set now</translation>
    </message>
</context>
<context>
    <name>deskhand::CommandPalette</name>
    <message>
        <source>Nothing matches. Try fewer letters, or another word.</source>
        <translation>Nothing matches. Try fewer letters, or another word.</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Command palette</translation>
    </message>
    <message>
        <source>Find an action, ticket, person or view</source>
        <translation>Find an action, ticket, person or view</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>Matches</translation>
    </message>
    <message>
        <source>↑↓ choose   ⏎ do it   Esc close   &gt; actions only</source>
        <translation>↑↓ choose   ⏎ do it   Esc close   &gt; actions only</translation>
    </message>
</context>
<context>
    <name>deskhand::CommandText</name>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Comes back</translation>
    </message>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>nobody</translation>
    </message>
    <message>
        <source>another person</source>
        <translation>another person</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>New ticket</translation>
    </message>
    <message>
        <source>Change of %1</source>
        <translation>Change of %1</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>Marked as read</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>Marked as unread</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Unmerge</source>
        <translation>Unmerge</translation>
    </message>
    <message>
        <source>Splitting off</source>
        <translation>Splitting off</translation>
    </message>
    <message>
        <source>Taking a reply back</source>
        <translation>Taking a reply back</translation>
    </message>
    <message>
        <source>Sending a mail</source>
        <translation>Sending a mail</translation>
    </message>
    <message>
        <source>Change of a view</source>
        <translation>Change of a view</translation>
    </message>
    <message>
        <source>Reason why a target was missed</source>
        <translation>Reason why a target was missed</translation>
    </message>
    <message>
        <source>Change of the desk</source>
        <translation>Change of the desk</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>to %1</translation>
    </message>
    <message>
        <source>cc %1</source>
        <translation>cc %1</translation>
    </message>
    <message>
        <source>Change of a report</source>
        <translation>Change of a report</translation>
    </message>
    <message>
        <source>Discarding a held mail</source>
        <translation>Discarding a held mail</translation>
    </message>
    <message>
        <source>Letting a held mail in</source>
        <translation>Letting a held mail in</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Tickets that are merged into it</source>
        <translation>Tickets that are merged into it</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Logged work</source>
        <translation>Logged work</translation>
    </message>
    <message>
        <source>Removing logged work</source>
        <translation>Removing logged work</translation>
    </message>
</context>
<context>
    <name>deskhand::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Completions</translation>
    </message>
</context>
<context>
    <name>deskhand::ComplianceTable</name>
    <message>
        <source>Kept promises before and after</source>
        <translation>Kept promises before and after</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>Kept / missed</source>
        <translation>Kept / missed</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Then</translation>
    </message>
</context>
<context>
    <name>deskhand::Composer</name>
    <message>
        <source>Composer</source>
        <translation>Composer</translation>
    </message>
    <message>
        <source>The draft could not be saved.</source>
        <translation>The draft could not be saved.</translation>
    </message>
    <message>
        <source>Draft not saved</source>
        <translation>Draft not saved</translation>
    </message>
    <message>
        <source>It was not sent. Your text is still here.</source>
        <translation>It was not sent. Your text is still here.</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Make this internal note readable for the requester?</source>
        <translation>Make this internal note readable for the requester?</translation>
    </message>
    <message>
        <source>What you wrote as an internal note would become part of a public message.</source>
        <translation>What you wrote as an internal note would become part of a public message.</translation>
    </message>
    <message>
        <source>Keep it internal</source>
        <translation>Keep it internal</translation>
    </message>
    <message>
        <source>Make it public</source>
        <translation>Make it public</translation>
    </message>
    <message>
        <source>Go on writing…</source>
        <translation>Go on writing…</translation>
    </message>
    <message>
        <source>Record of the call</source>
        <translation>Record of the call</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Quotes %1</source>
        <translation>Quotes %1</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Draft saved %1</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>Draft thrown away</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>Too large to attach (25 MB in all): %1</source>
        <translation>Too large to attach (25 MB in all): %1</translation>
    </message>
    <message>
        <source>Could not be read: %1</source>
        <translation>Could not be read: %1</translation>
    </message>
    <message>
        <source>picture.png</source>
        <translation>picture.png</translation>
    </message>
    <message>
        <source>The picture is too large to attach</source>
        <translation>The picture is too large to attach</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>Cc</source>
        <translation>Cc</translation>
    </message>
    <message>
        <source>Add copies</source>
        <translation>Add copies</translation>
    </message>
    <message>
        <source>Close the composer and keep the draft</source>
        <translation>Close the composer and keep the draft</translation>
    </message>
    <message>
        <source>Close and keep the draft (Esc)</source>
        <translation>Close and keep the draft (Esc)</translation>
    </message>
    <message>
        <source>To</source>
        <translation>To</translation>
    </message>
    <message>
        <source>Copies to</source>
        <translation>Copies to</translation>
    </message>
    <message>
        <source>They called</source>
        <translation>They called</translation>
    </message>
    <message>
        <source>I called</source>
        <translation>I called</translation>
    </message>
    <message>
        <source>Put the quoted message into the text to shorten it; the cross leaves it out</source>
        <translation>Put the quoted message into the text to shorten it; the cross leaves it out</translation>
    </message>
    <message>
        <source>Throw the draft away</source>
        <translation>Throw the draft away</translation>
    </message>
    <message>
        <source>Send and set %1</source>
        <translation>Send and set %1</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>&amp;Reply</source>
        <translation>&amp;Reply</translation>
    </message>
    <message>
        <source>&amp;Internal note</source>
        <translation>&amp;Internal note</translation>
    </message>
    <message>
        <source>Record a &amp;call</source>
        <translation>Record a &amp;call</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Close the composer, keep the draft</source>
        <translation>Close the composer, keep the draft</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Attach files…</translation>
    </message>
    <message>
        <source>Only for your team</source>
        <translation>Only for your team</translation>
    </message>
    <message>
        <source>Not sent yet: it goes by itself as soon as the desk is back.</source>
        <translation>Not sent yet: it goes by itself as soon as the desk is back.</translation>
    </message>
    <message>
        <source>Not sent yet, as far as is known: the desk has not confirmed it.</source>
        <translation>Not sent yet, as far as is known: the desk has not confirmed it.</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Send again</translation>
    </message>
    <message>
        <source>Send later, or set a state with it</source>
        <translation>Send later, or set a state with it</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Send later</translation>
    </message>
</context>
<context>
    <name>deskhand::ComposerPresenter</name>
    <message>
        <source>Add internal note</source>
        <translation>Add internal note</translation>
    </message>
    <message>
        <source>Log call with %1</source>
        <translation>Log call with %1</translation>
    </message>
    <message>
        <source>Log call</source>
        <translation>Log call</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Send</translation>
    </message>
    <message>
        <source>Send to %1</source>
        <translation>Send to %1</translation>
    </message>
    <message>
        <source>Send to %1 and %2</source>
        <translation>Send to %1 and %2</translation>
    </message>
    <message numerus="yes">
        <source>Send to %1 and %n other(s)</source>
        <translation>
            <numerusform>Send to %1 and %n other</numerusform>
            <numerusform>Send to %1 and %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>Only your team will see this…</source>
        <translation>Only your team will see this…</translation>
    </message>
    <message>
        <source>What was said on the phone…</source>
        <translation>What was said on the phone…</translation>
    </message>
    <message>
        <source>Write a reply…</source>
        <translation>Write a reply…</translation>
    </message>
    <message>
        <source>Reply to %1…</source>
        <translation>Reply to %1…</translation>
    </message>
</context>
<context>
    <name>deskhand::ConditionWords</name>
    <message>
        <source>There is no field “%1”.</source>
        <translation>There is no field “%1”.</translation>
    </message>
    <message>
        <source>Nothing is called “%1” here.</source>
        <translation>Nothing is called “%1” here.</translation>
    </message>
    <message>
        <source>“%1” could be several.</source>
        <translation>“%1” could be several.</translation>
    </message>
    <message>
        <source>“%1” does not go with this field.</source>
        <translation>“%1” does not go with this field.</translation>
    </message>
    <message>
        <source>“%1” is no time: write 2d, -8h, now or 2026-11-21.</source>
        <translation>“%1” is no time: write 2d, -8h, now or 2026-11-21.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1” is no number.</translation>
    </message>
    <message>
        <source>A value is missing after “%1”.</source>
        <translation>A value is missing after “%1”.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>The closing quotation mark is missing.</translation>
    </message>
    <message>
        <source>The closing parenthesis is missing.</source>
        <translation>The closing parenthesis is missing.</translation>
    </message>
    <message>
        <source>“%1” is not expected here.</source>
        <translation>“%1” is not expected here.</translation>
    </message>
    <message>
        <source>Perhaps: %1</source>
        <translation>Perhaps: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::ConflictBars</name>
    <message>
        <source>the subject</source>
        <translation>the subject</translation>
    </message>
    <message>
        <source>the state</source>
        <translation>the state</translation>
    </message>
    <message>
        <source>the priority</source>
        <translation>the priority</translation>
    </message>
    <message>
        <source>the queue</source>
        <translation>the queue</translation>
    </message>
    <message>
        <source>the category</source>
        <translation>the category</translation>
    </message>
    <message>
        <source>the owner</source>
        <translation>the owner</translation>
    </message>
    <message>
        <source>the requester</source>
        <translation>the requester</translation>
    </message>
    <message>
        <source>the tags</source>
        <translation>the tags</translation>
    </message>
    <message>
        <source>the due date</source>
        <translation>the due date</translation>
    </message>
    <message>
        <source>the reminder</source>
        <translation>the reminder</translation>
    </message>
    <message>
        <source>Conflicting changes</source>
        <translation>Conflicting changes</translation>
    </message>
    <message>
        <source>%1 set %2 to “%3” while you chose “%4”.</source>
        <translation>%1 set %2 to “%3” while you chose “%4”.</translation>
    </message>
    <message>
        <source>Keep “%1”</source>
        <translation>Keep “%1”</translation>
    </message>
    <message>
        <source>Set “%1”</source>
        <translation>Set “%1”</translation>
    </message>
    <message>
        <source>Keep theirs: %1</source>
        <translation>Keep theirs: %1</translation>
    </message>
    <message>
        <source>Use mine: %1</source>
        <translation>Use mine: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::ConflictTable</name>
    <message>
        <source>Both values</source>
        <translation>Both values</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Yours</translation>
    </message>
    <message>
        <source>Theirs, which stays for now</source>
        <translation>Theirs, which stays for now</translation>
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
        <translation>none</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Somebody</translation>
    </message>
</context>
<context>
    <name>deskhand::ConnectionBar</name>
    <message>
        <source>The connection to the desk is lost; it is tried again and again.</source>
        <translation>The connection to the desk is lost; it is tried again and again.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connection</translation>
    </message>
    <message>
        <source>You see the desk as it was. You can go on: what you do is kept and sent when the desk is back.</source>
        <translation>You see the desk as it was. You can go on: what you do is kept and sent when the desk is back.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours wait and are sent when the desk is back. You can go on working.</source>
        <translation>
            <numerusform>%n change of yours waits and is sent when the desk is back. You can go on working.</numerusform>
            <numerusform>%n changes of yours wait and are sent when the desk is back. You can go on working.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::ConnectionDialog</name>
    <message>
        <source>as set up on this computer</source>
        <translation>as set up on this computer</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Edit connection</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>as before</translation>
    </message>
    <message>
        <source>Server, database and user are needed.</source>
        <translation>Server, database and user are needed.</translation>
    </message>
    <message>
        <source>Only the name of the host goes into “Server”, without “https://” and the like.</source>
        <translation>Only the name of the host goes into “Server”, without “https://” and the like.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>A port is a number from 1 to 65535.</translation>
    </message>
    <message>
        <source>Without encryption only a server on this computer can be used.</source>
        <translation>Without encryption only a server on this computer can be used.</translation>
    </message>
    <message>
        <source>There is no file of authorities at this place.</source>
        <translation>There is no file of authorities at this place.</translation>
    </message>
    <message>
        <source>The server has to show a certificate for its name from an authority that you trust. If it cannot, nothing is sent.</source>
        <translation>The server has to show a certificate for its name from an authority that you trust. If it cannot, nothing is sent.</translation>
    </message>
    <message>
        <source>Everybody on the way can read and change everything. Only for a server on this computer.</source>
        <translation>Everybody on the way can read and change everything. Only for a server on this computer.</translation>
    </message>
    <message>
        <source>Certificates of the trusted authorities</source>
        <translation>Certificates of the trusted authorities</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation>Certificates (*.crt *.pem *.cer);;All files (*)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>S&amp;top</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Test</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>not encrypted</translation>
    </message>
    <message>
        <source>“%1” answers: PostgreSQL %2, %3, %4 ms.</source>
        <translation>“%1” answers: PostgreSQL %2, %3, %4 ms.</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Keychain</translation>
    </message>
    <message>
        <source>The password could not be put into the keychain.</source>
        <translation>The password could not be put into the keychain.</translation>
    </message>
    <message>
        <source>Deskhand asks for it again the next time, and does not write it down anywhere else.</source>
        <translation>Deskhand asks for it again the next time, and does not write it down anywhere else.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>deskhand::CountingCard</name>
    <message>
        <source>How it is counted</source>
        <translation>How it is counted</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>How it is counted was copied</source>
        <translation>How it is counted was copied</translation>
    </message>
</context>
<context>
    <name>deskhand::DashboardPresenter</name>
    <message>
        <source>Shared with every agent</source>
        <translation>Shared with every agent</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>Shared by %1</translation>
    </message>
    <message>
        <source>“%1” was not saved.</source>
        <translation>“%1” was not saved.</translation>
    </message>
    <message>
        <source>“%1” was not deleted.</source>
        <translation>“%1” was not deleted.</translation>
    </message>
</context>
<context>
    <name>deskhand::DateDialog</name>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>At</source>
        <translation>At</translation>
    </message>
</context>
<context>
    <name>deskhand::DaysPreview</name>
    <message>
        <source>The next 14 days</source>
        <translation>The next 14 days</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>holiday</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
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
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>sent to %n other(s)</source>
        <translation>
            <numerusform>sent to %n other</numerusform>
            <numerusform>sent to %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting: sends %1</source>
        <translation>Waiting: sends %1</translation>
    </message>
    <message>
        <source>Waiting to be tried again</source>
        <translation>Waiting to be tried again</translation>
    </message>
    <message>
        <source>Waiting for the mail server</source>
        <translation>Waiting for the mail server</translation>
    </message>
    <message>
        <source>Not mailed</source>
        <translation>Not mailed</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>Delayed</source>
        <translation>Delayed</translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Not delivered</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Bounced</translation>
    </message>
    <message>
        <source>Taken back before it was sent</source>
        <translation>Taken back before it was sent</translation>
    </message>
    <message numerus="yes">
        <source>Sent to %n</source>
        <comment>number of recipients</comment>
        <translation>
            <numerusform>Sent to %n</numerusform>
            <numerusform>Sent to %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Delayed: %1</source>
        <translation>Delayed: %1</translation>
    </message>
    <message>
        <source>Not delivered: %1</source>
        <translation>Not delivered: %1</translation>
    </message>
    <message>
        <source>Bounced: %1</source>
        <translation>Bounced: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
    <message>
        <source>Next attempt %1</source>
        <translation>Next attempt %1</translation>
    </message>
    <message>
        <source>Sends %1</source>
        <translation>Sends %1</translation>
    </message>
    <message>
        <source>Mail to this address bounced: %1</source>
        <translation>Mail to this address bounced: %1</translation>
    </message>
    <message>
        <source>Mail to this address is delayed: %1</source>
        <translation>Mail to this address is delayed: %1</translation>
    </message>
    <message>
        <source>Mail to this address was refused: %1</source>
        <translation>Mail to this address was refused: %1</translation>
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
        <translation>Connecting to “%1”</translation>
    </message>
</context>
<context>
    <name>deskhand::DeskStatus</name>
    <message>
        <source>No desk is open</source>
        <translation>No desk is open</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>synced %1</translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>%1 s ago</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 min ago</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 h ago</translation>
    </message>
    <message>
        <source>Connection lost %1, trying again</source>
        <translation>Connection lost %1, trying again</translation>
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
        <translation>Progress of running work</translation>
    </message>
    <message>
        <source>Running work</source>
        <translation>Running work</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop: %1</source>
        <translation>Stop: %1</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s)</source>
        <translation>
            <numerusform>%n draft</numerusform>
            <numerusform>%n drafts</numerusform>
        </translation>
    </message>
    <message>
        <source>What waits to be sent, and what is kept on this computer</source>
        <translation>What waits to be sent, and what is kept on this computer</translation>
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
        <translation>Switch to %1</translation>
    </message>
</context>
<context>
    <name>deskhand::DesksWindow</name>
    <message>
        <source>&amp;Connect…</source>
        <translation>&amp;Connect…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Edit…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Remove…</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Open</translation>
    </message>
    <message>
        <source>My desks</source>
        <translation>My desks</translation>
    </message>
    <message>
        <source>No desks yet</source>
        <translation>No desks yet</translation>
    </message>
    <message>
        <source>Every desk that you open is remembered here, so that you can go from one to another.</source>
        <translation>Every desk that you open is remembered here, so that you can go from one to another.</translation>
    </message>
    <message>
        <source>S&amp;witch desk…</source>
        <translation>S&amp;witch desk…</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>&amp;Connect to a team&apos;s desk…</source>
        <translation>&amp;Connect to a team&apos;s desk…</translation>
    </message>
    <message>
        <source>&amp;My desks…</source>
        <translation>&amp;My desks…</translation>
    </message>
    <message>
        <source>Switch desk</source>
        <translation>Switch desk</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>on this computer</translation>
    </message>
    <message>
        <source>Connect to a team&apos;s desk…</source>
        <translation>Connect to a team&apos;s desk…</translation>
    </message>
    <message>
        <source>Another desk on this computer…</source>
        <translation>Another desk on this computer…</translation>
    </message>
    <message>
        <source>Its password is taken out of the keychain. The desk itself stays as it is; drafts that you wrote for it stay on this computer.</source>
        <translation>Its password is taken out of the keychain. The desk itself stays as it is; drafts that you wrote for it stay on this computer.</translation>
    </message>
    <message>
        <source>The file stays where it is.</source>
        <translation>The file stays where it is.</translation>
    </message>
    <message>
        <source>Remove desk</source>
        <translation>Remove desk</translation>
    </message>
    <message>
        <source>Take “%1” out of your desks?</source>
        <translation>Take “%1” out of your desks?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>You are signed out here, and what is kept of it on this computer is removed, with all that has not arrived there. The desk itself stays as it is.</source>
        <translation>You are signed out here, and what is kept of it on this computer is removed, with all that has not arrived there. The desk itself stays as it is.</translation>
    </message>
</context>
<context>
    <name>deskhand::DeviceListModel</name>
    <message>
        <source>Unnamed computer</source>
        <translation>Unnamed computer</translation>
    </message>
    <message>
        <source>%1 (this computer)</source>
        <translation>%1 (this computer)</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>used %1</translation>
    </message>
    <message>
        <source>used %1 from %2</source>
        <translation>used %1 from %2</translation>
    </message>
</context>
<context>
    <name>deskhand::DraftListModel</name>
    <message>
        <source>A ticket that no longer exists</source>
        <translation>A ticket that no longer exists</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>New ticket without a subject</source>
        <translation>New ticket without a subject</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>Internal note</source>
        <translation>Internal note</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Call</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>New ticket</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
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
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>&amp;Drafts…</source>
        <translation>&amp;Drafts…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>No drafts</source>
        <translation>No drafts</translation>
    </message>
    <message>
        <source>What you begin to write and do not send is kept here, on this computer, until you send it or throw it away.</source>
        <translation>What you begin to write and do not send is kept here, on this computer, until you send it or throw it away.</translation>
    </message>
    <message>
        <source>Draft thrown away</source>
        <translation>Draft thrown away</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Something new was written there meanwhile. It was kept.</source>
        <translation>Something new was written there meanwhile. It was kept.</translation>
    </message>
</context>
<context>
    <name>deskhand::EditResult</name>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Reminder</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>Tickets that were not changed</source>
        <translation>Tickets that were not changed</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) changed, these were not:</source>
        <translation>
            <numerusform>%n ticket changed, these were not:</numerusform>
            <numerusform>%n tickets changed, these were not:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 set %2 to “%3” while you chose “%4”.</source>
        <translation>%1 set %2 to “%3” while you chose “%4”.</translation>
    </message>
    <message>
        <source>Keep “%1”</source>
        <translation>Keep “%1”</translation>
    </message>
    <message>
        <source>#%1: keep theirs, %2</source>
        <translation>#%1: keep theirs, %2</translation>
    </message>
    <message>
        <source>Set “%1”</source>
        <translation>Set “%1”</translation>
    </message>
    <message>
        <source>#%1: use mine, %2</source>
        <translation>#%1: use mine, %2</translation>
    </message>
    <message>
        <source>kept “%1”</source>
        <translation>kept “%1”</translation>
    </message>
    <message>
        <source>set “%1”</source>
        <translation>set “%1”</translation>
    </message>
</context>
<context>
    <name>deskhand::EmptyState</name>
    <message>
        <source>What to do here</source>
        <translation>What to do here</translation>
    </message>
</context>
<context>
    <name>deskhand::EmptyText</name>
    <message>
        <source>Nothing on your plate</source>
        <translation>Nothing on your plate</translation>
    </message>
    <message>
        <source>Unsolved tickets that you own are here. To take one, go to Unassigned, choose it and press M.</source>
        <translation>Unsolved tickets that you own are here. To take one, go to Unassigned, choose it and press M.</translation>
    </message>
    <message>
        <source>Everything has an owner</source>
        <translation>Everything has an owner</translation>
    </message>
    <message>
        <source>New tickets wait here until somebody takes them.</source>
        <translation>New tickets wait here until somebody takes them.</translation>
    </message>
    <message>
        <source>Nothing is due soon</source>
        <translation>Nothing is due soon</translation>
    </message>
    <message>
        <source>Tickets that are overdue or due within two days are here, the most urgent first.</source>
        <translation>Tickets that are overdue or due within two days are here, the most urgent first.</translation>
    </message>
    <message>
        <source>You have read everything</source>
        <translation>You have read everything</translation>
    </message>
    <message>
        <source>Tickets with something that you have not read yet are here.</source>
        <translation>Tickets with something that you have not read yet are here.</translation>
    </message>
    <message>
        <source>No open tickets</source>
        <translation>No open tickets</translation>
    </message>
    <message>
        <source>Every ticket that is new, open or waiting is here. Open one for somebody who called.</source>
        <translation>Every ticket that is new, open or waiting is here. Open one for somebody who called.</translation>
    </message>
    <message>
        <source>This desk has no tickets yet</source>
        <translation>This desk has no tickets yet</translation>
    </message>
    <message>
        <source>Open the first one, or bring in your mail with “deskhandctl import-mail”.</source>
        <translation>Open the first one, or bring in your mail with “deskhandctl import-mail”.</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>All words must be in one ticket. Try fewer or shorter words, or drop a field such as state:open.</source>
        <translation>All words must be in one ticket. Try fewer or shorter words, or drop a field such as state:open.</translation>
    </message>
    <message>
        <source>This queue is clear</source>
        <translation>This queue is clear</translation>
    </message>
    <message>
        <source>Unsolved tickets of this queue and the queues below it are here.</source>
        <translation>Unsolved tickets of this queue and the queues below it are here.</translation>
    </message>
    <message>
        <source>Nothing matches this view</source>
        <translation>Nothing matches this view</translation>
    </message>
    <message>
        <source>Tickets appear here as soon as they match the view&apos;s condition.</source>
        <translation>Tickets appear here as soon as they match the view&apos;s condition.</translation>
    </message>
    <message>
        <source>Every reply arrived</source>
        <translation>Every reply arrived</translation>
    </message>
    <message>
        <source>Tickets whose newest reply was refused or came back are here.</source>
        <translation>Tickets whose newest reply was refused or came back are here.</translation>
    </message>
    <message>
        <source>Nothing was counted here</source>
        <translation>Nothing was counted here</translation>
    </message>
    <message>
        <source>The value of the report is made of no ticket that you may see.</source>
        <translation>The value of the report is made of no ticket that you may see.</translation>
    </message>
</context>
<context>
    <name>deskhand::ErrorBanner</name>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Close this message</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>deskhand::FieldChoices</name>
    <message>
        <source>Set state</source>
        <translation>Set state</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Comes back</translation>
    </message>
    <message>
        <source>Set priority</source>
        <translation>Set priority</translation>
    </message>
    <message>
        <source>Move to queue</source>
        <translation>Move to queue</translation>
    </message>
    <message>
        <source>Set category</source>
        <translation>Set category</translation>
    </message>
    <message>
        <source>No category</source>
        <translation>No category</translation>
    </message>
    <message>
        <source>Set owner</source>
        <translation>Set owner</translation>
    </message>
    <message>
        <source>%1 (me)</source>
        <translation>%1 (me)</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Set due</source>
        <translation>Set due</translation>
    </message>
    <message>
        <source>Another date…</source>
        <translation>Another date…</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Add or remove tag</source>
        <translation>Add or remove tag</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>Add “%1”</translation>
    </message>
</context>
<context>
    <name>deskhand::FormatBar</name>
    <message>
        <source>Bold</source>
        <translation>Bold</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italic</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>Underline</translation>
    </message>
    <message>
        <source>Bulleted list</source>
        <translation>Bulleted list</translation>
    </message>
    <message>
        <source>Numbered list</source>
        <translation>Numbered list</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Quote</translation>
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
        <translation>Remove formats</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Attach files…</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Address of the page or mail</source>
        <translation>Address of the page or mail</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>Paste as plain text</source>
        <translation>Paste as plain text</translation>
    </message>
</context>
<context>
    <name>deskhand::GuardBar</name>
    <message>
        <source>Look again before this leaves</source>
        <translation>Look again before this leaves</translation>
    </message>
    <message>
        <source>Not sent yet. Look again:</source>
        <translation>Not sent yet. Look again:</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Attach files…</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Leave out</translation>
    </message>
</context>
<context>
    <name>deskhand::GuardWords</name>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>New to this ticket, from outside: %1</source>
        <translation>New to this ticket, from outside: %1</translation>
    </message>
    <message numerus="yes">
        <source>It goes to %n people.</source>
        <comment>number of recipients</comment>
        <translation>
            <numerusform>It goes to %n person.</numerusform>
            <numerusform>It goes to %n people.</numerusform>
        </translation>
    </message>
    <message>
        <source>The ticket has another requester now; this goes to the former one: %1</source>
        <translation>The ticket has another requester now; this goes to the former one: %1</translation>
    </message>
    <message>
        <source>This is an address of your own desk: %1</source>
        <translation>This is an address of your own desk: %1</translation>
    </message>
    <message>
        <source>Left out of the conversation by the newest mail: %1</source>
        <translation>Left out of the conversation by the newest mail: %1</translation>
    </message>
    <message>
        <source>Words of an internal note stand in it: “%1”</source>
        <translation>Words of an internal note stand in it: “%1”</translation>
    </message>
    <message>
        <source>It says “%1”, but no file is attached.</source>
        <translation>It says “%1”, but no file is attached.</translation>
    </message>
</context>
<context>
    <name>deskhand::HeldBar</name>
    <message numerus="yes">
        <source>Not sent: %n new message(s) arrived while you were writing.</source>
        <translation>
            <numerusform>Not sent: %n new message arrived while you were writing.</numerusform>
            <numerusform>Not sent: %n new messages arrived while you were writing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not sent: %n new messages while you were writing, the newest by %1, %2.</source>
        <translation>
            <numerusform>Not sent: %n new message while you were writing, by %1, %2.</numerusform>
            <numerusform>Not sent: %n new messages while you were writing, the newest by %1, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent: %1 added an internal note, %2.</source>
        <translation>Not sent: %1 added an internal note, %2.</translation>
    </message>
    <message>
        <source>Not sent: %1 has replied already, %2.</source>
        <translation>Not sent: %1 has replied already, %2.</translation>
    </message>
    <message>
        <source>Not sent: %1 has written again, %2.</source>
        <translation>Not sent: %1 has written again, %2.</translation>
    </message>
    <message>
        <source>Your text is held</source>
        <translation>Your text is held</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>Goes to what is new; your text stays here</source>
        <translation>Goes to what is new; your text stays here</translation>
    </message>
    <message>
        <source>Throw mine away</source>
        <translation>Throw mine away</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
</context>
<context>
    <name>deskhand::HeldMailBar</name>
    <message>
        <source>Mail that claims this ticket</source>
        <translation>Mail that claims this ticket</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) from an unknown address claim this ticket.</source>
        <translation>
            <numerusform>%n mail from an unknown address claims this ticket.</numerusform>
            <numerusform>%n mails from unknown addresses claim this ticket.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::HeldMailModel</name>
    <message>
        <source>Unknown sender</source>
        <translation>Unknown sender</translation>
    </message>
    <message>
        <source>Too many mails</source>
        <translation>Too many mails</translation>
    </message>
    <message>
        <source>Mail loop</source>
        <translation>Mail loop</translation>
    </message>
    <message>
        <source>Own address</source>
        <translation>Own address</translation>
    </message>
    <message>
        <source>It claims ticket #%1, but its sender has had no part in that ticket so far.</source>
        <translation>It claims ticket #%1, but its sender has had no part in that ticket so far.</translation>
    </message>
    <message>
        <source>Its sender has opened very many tickets in a short time.</source>
        <translation>Its sender has opened very many tickets in a short time.</translation>
    </message>
    <message>
        <source>It goes round between machines that answer each other.</source>
        <translation>It goes round between machines that answer each other.</translation>
    </message>
    <message>
        <source>It says that it comes from an address of this desk, and the mail server did not confirm it.</source>
        <translation>It says that it comes from an address of this desk, and the mail server did not confirm it.</translation>
    </message>
    <message>
        <source>Without a subject</source>
        <translation>Without a subject</translation>
    </message>
    <message>
        <source>Unknown sender for #%1</source>
        <translation>Unknown sender for #%1</translation>
    </message>
    <message>
        <source>%1, from %2, %3. %4</source>
        <comment>subject, sender, when, why it waits</comment>
        <translation>%1, from %2, %3. %4</translation>
    </message>
</context>
<context>
    <name>deskhand::HeldMailWindow</name>
    <message>
        <source>Held mail</source>
        <translation>Held mail</translation>
    </message>
    <message>
        <source>&amp;Held mail…</source>
        <translation>&amp;Held mail…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>No mail waits for you</source>
        <translation>No mail waits for you</translation>
    </message>
    <message>
        <source>A mail that claims a ticket without having a part in it, or that looks like a loop, waits here until somebody decides.</source>
        <translation>A mail that claims a ticket without having a part in it, or that looks like a loop, waits here until somebody decides.</translation>
    </message>
    <message>
        <source>Text of the mail</source>
        <translation>Text of the mail</translation>
    </message>
    <message>
        <source>Trust this sender in this ticket</source>
        <translation>Trust this sender in this ticket</translation>
    </message>
    <message>
        <source>Further mails of this address about the ticket are not held</source>
        <translation>Further mails of this address about the ticket are not held</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Discard…</translation>
    </message>
    <message>
        <source>New ticket</source>
        <translation>New ticket</translation>
    </message>
    <message>
        <source>Add to another ticket…</source>
        <translation>Add to another ticket…</translation>
    </message>
    <message>
        <source>Add to the ticket</source>
        <translation>Add to the ticket</translation>
    </message>
    <message>
        <source>Nothing was changed. The mail is still here.</source>
        <translation>Nothing was changed. The mail is still here.</translation>
    </message>
    <message>
        <source>The mail was discarded</source>
        <translation>The mail was discarded</translation>
    </message>
    <message>
        <source>The mail was added to #%1</source>
        <translation>The mail was added to #%1</translation>
    </message>
    <message>
        <source>The mail became ticket #%1</source>
        <translation>The mail became ticket #%1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Add to #%1</source>
        <translation>Add to #%1</translation>
    </message>
    <message>
        <source>Another ticket…</source>
        <translation>Another ticket…</translation>
    </message>
    <message>
        <source>Add to a ticket…</source>
        <translation>Add to a ticket…</translation>
    </message>
    <message>
        <source>From %1, %2</source>
        <comment>sender, when</comment>
        <translation>From %1, %2</translation>
    </message>
    <message>
        <source>Show the source</source>
        <translation>Show the source</translation>
    </message>
    <message>
        <source>The source of the mail could not be read.</source>
        <translation>The source of the mail could not be read.</translation>
    </message>
    <message>
        <source>
… (only the beginning is shown)</source>
        <translation>
… (only the beginning is shown)</translation>
    </message>
    <message>
        <source>Show the text</source>
        <translation>Show the text</translation>
    </message>
    <message>
        <source>Add to a ticket</source>
        <translation>Add to a ticket</translation>
    </message>
    <message>
        <source>Number of the ticket</source>
        <translation>Number of the ticket</translation>
    </message>
    <message>
        <source>There is no ticket #%1 that you can see.</source>
        <translation>There is no ticket #%1 that you can see.</translation>
    </message>
    <message>
        <source>Discard this mail?</source>
        <translation>Discard this mail?</translation>
    </message>
    <message>
        <source>It becomes no ticket and is answered by nobody. The raw mail stays in the archive of the desk.</source>
        <translation>It becomes no ticket and is answered by nobody. The raw mail stays in the archive of the desk.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Keep it</translation>
    </message>
</context>
<context>
    <name>deskhand::HelpWindow</name>
    <message>
        <source>Manual</source>
        <translation>Manual</translation>
    </message>
    <message>
        <source>Pages of the manual</source>
        <translation>Pages of the manual</translation>
    </message>
    <message>
        <source>Text of the manual</source>
        <translation>Text of the manual</translation>
    </message>
</context>
<context>
    <name>deskhand::History</name>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Pending until</source>
        <translation>Pending until</translation>
    </message>
    <message>
        <source>added tag %1</source>
        <translation>added tag %1</translation>
    </message>
    <message>
        <source>removed tag %1</source>
        <translation>removed tag %1</translation>
    </message>
    <message>
        <source>changed the tags</source>
        <translation>changed the tags</translation>
    </message>
    <message>
        <source>removed the owner</source>
        <translation>removed the owner</translation>
    </message>
    <message>
        <source>released the ticket from %1</source>
        <translation>released the ticket from %1</translation>
    </message>
    <message>
        <source>cleared %1</source>
        <translation>cleared %1</translation>
    </message>
    <message>
        <source>changed %1 from %2 to %3</source>
        <translation>changed %1 from %2 to %3</translation>
    </message>
    <message>
        <source>assigned it to %1</source>
        <translation>assigned it to %1</translation>
    </message>
    <message>
        <source>moved it to %1</source>
        <translation>moved it to %1</translation>
    </message>
    <message>
        <source>changed the subject to “%1”</source>
        <translation>changed the subject to “%1”</translation>
    </message>
    <message>
        <source>set %1 to %2</source>
        <translation>set %1 to %2</translation>
    </message>
    <message>
        <source>by the first reply</source>
        <translation>by the first reply</translation>
    </message>
    <message>
        <source>because the requester wrote again</source>
        <translation>because the requester wrote again</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Somebody</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Rule</translation>
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
        <translation>opened the ticket</translation>
    </message>
    <message>
        <source>wrote in the thread</source>
        <translation>wrote in the thread</translation>
    </message>
    <message>
        <source>wrote: %1</source>
        <translation>wrote: %1</translation>
    </message>
    <message>
        <source>imported it</source>
        <translation>imported it</translation>
    </message>
    <message>
        <source>wanted to change something that somebody else had just changed</source>
        <translation>wanted to change something that somebody else had just changed</translation>
    </message>
    <message>
        <source>wanted %1 %2; %3 stayed, as somebody had just set it</source>
        <translation>wanted %1 %2; %3 stayed, as somebody had just set it</translation>
    </message>
    <message>
        <source>because the reply was taken back</source>
        <translation>because the reply was taken back</translation>
    </message>
    <message>
        <source>only says thank you</source>
        <translation>only says thank you</translation>
    </message>
    <message>
        <source>an automatic answer</source>
        <translation>an automatic answer</translation>
    </message>
    <message>
        <source>for a mail</source>
        <translation>for a mail</translation>
    </message>
    <message>
        <source>took a reply back before it was sent</source>
        <translation>took a reply back before it was sent</translation>
    </message>
    <message>
        <source>noted that the mail to %1 came back</source>
        <translation>noted that the mail to %1 came back</translation>
    </message>
    <message>
        <source>could not deliver the mail to %1</source>
        <translation>could not deliver the mail to %1</translation>
    </message>
    <message>
        <source>let %1 take part in the ticket</source>
        <translation>let %1 take part in the ticket</translation>
    </message>
    <message>
        <source>opened it as a follow-up to #%1</source>
        <translation>opened it as a follow-up to #%1</translation>
    </message>
    <message>
        <source>followed it up in #%1</source>
        <translation>followed it up in #%1</translation>
    </message>
    <message>
        <source>wrote from an agent&apos;s address, which nothing proves</source>
        <translation>wrote from an agent&apos;s address, which nothing proves</translation>
    </message>
    <message>
        <source>acknowledged it to %1</source>
        <translation>acknowledged it to %1</translation>
    </message>
    <message>
        <source>by the policy %1</source>
        <translation>by the policy %1</translation>
    </message>
    <message>
        <source>%1 (cycle %2)</source>
        <comment>a target</comment>
        <translation>%1 (cycle %2)</translation>
    </message>
    <message>
        <source>noted that %1 was missed, %2</source>
        <comment>a target, when</comment>
        <translation>noted that %1 was missed, %2</translation>
    </message>
    <message>
        <source>noted %1: %2, reached %3</source>
        <comment>a target, a warning as “at 75 %”, when</comment>
        <translation>noted %1: %2, reached %3</translation>
    </message>
    <message>
        <source>took back why %1 was missed</source>
        <comment>a target</comment>
        <translation>took back why %1 was missed</translation>
    </message>
    <message>
        <source>noted why %1 was missed: %2</source>
        <comment>a target, a reason</comment>
        <translation>noted why %1 was missed: %2</translation>
    </message>
    <message>
        <source>saved the policy %1</source>
        <translation>saved the policy %1</translation>
    </message>
    <message>
        <source>saved the calendar %1</source>
        <translation>saved the calendar %1</translation>
    </message>
    <message>
        <source>merged #%1 into this ticket</source>
        <translation>merged #%1 into this ticket</translation>
    </message>
    <message>
        <source>merged this ticket into #%1</source>
        <translation>merged this ticket into #%1</translation>
    </message>
    <message>
        <source>parted it from #%1 again</source>
        <translation>parted it from #%1 again</translation>
    </message>
    <message>
        <source>split off #%1</source>
        <translation>split off #%1</translation>
    </message>
    <message>
        <source>split it off from #%1</source>
        <translation>split it off from #%1</translation>
    </message>
    <message>
        <source>worked on it in the other desk</source>
        <translation>worked on it in the other desk</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a duration, what kind of work</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>logged work: %1</source>
        <translation>logged work: %1</translation>
    </message>
    <message>
        <source>removed logged work: %1</source>
        <translation>removed logged work: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::HistoryList</name>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>deskhand::HolidayDialog</name>
    <message>
        <source>Holiday</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Which one of the month</source>
        <translation>Which one of the month</translation>
    </message>
    <message>
        <source>first</source>
        <translation>first</translation>
    </message>
    <message>
        <source>second</source>
        <translation>second</translation>
    </message>
    <message>
        <source>third</source>
        <translation>third</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>fourth</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>fifth</translation>
    </message>
    <message>
        <source>last</source>
        <translation>last</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source> days from Easter Sunday</source>
        <translation> days from Easter Sunday</translation>
    </message>
    <message>
        <source>On a date</source>
        <translation>On a date</translation>
    </message>
    <message>
        <source>From a date to a date</source>
        <translation>From a date to a date</translation>
    </message>
    <message>
        <source>Every year on a day</source>
        <translation>Every year on a day</translation>
    </message>
    <message>
        <source>Every year from a day to a day</source>
        <translation>Every year from a day to a day</translation>
    </message>
    <message>
        <source>A weekday of a month</source>
        <translation>A weekday of a month</translation>
    </message>
    <message>
        <source>Days before or after Easter</source>
        <translation>Days before or after Easter</translation>
    </message>
    <message>
        <source>Christmas Eve</source>
        <translation>Christmas Eve</translation>
    </message>
    <message>
        <source>The whole day is closed</source>
        <translation>The whole day is closed</translation>
    </message>
    <message>
        <source>Closed from</source>
        <translation>Closed from</translation>
    </message>
    <message>
        <source>Closed until</source>
        <translation>Closed until</translation>
    </message>
    <message>
        <source>to the end of the day</source>
        <translation>to the end of the day</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a time</comment>
        <translation>to</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Both are included; it may go over New Year.</source>
        <translation>Both are included; it may go over New Year.</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Distance</translation>
    </message>
    <message>
        <source>-2 is Good Friday, 1 Easter Monday, 39 Ascension Day.</source>
        <translation>-2 is Good Friday, 1 Easter Monday, 39 Ascension Day.</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>It ends before it begins.</translation>
    </message>
    <message>
        <source>The part of the day ends before it begins.</source>
        <translation>The part of the day ends before it begins.</translation>
    </message>
    <message>
        <source>Next on %1</source>
        <translation>Next on %1</translation>
    </message>
    <message>
        <source>It lies in the past, or there is no such day.</source>
        <translation>It lies in the past, or there is no such day.</translation>
    </message>
</context>
<context>
    <name>deskhand::HolidaysPanel</name>
    <message>
        <source>Holidays</source>
        <translation>Holidays</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Import .ics…</source>
        <translation>Import .ics…</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>Confirm all</translation>
    </message>
    <message>
        <source>Discard all</source>
        <translation>Discard all</translation>
    </message>
    <message>
        <source>No holidays yet. Add them one by one, or import the calendar file of your country or region; imported days count when somebody has confirmed them.</source>
        <translation>No holidays yet. Add them one by one, or import the calendar file of your country or region; imported days count when somebody has confirmed them.</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(no name)</translation>
    </message>
    <message>
        <source>all day</source>
        <translation>all day</translation>
    </message>
    <message>
        <source>past</source>
        <translation>past</translation>
    </message>
    <message>
        <source>Imported and not confirmed: it does not count yet.</source>
        <translation>Imported and not confirmed: it does not count yet.</translation>
    </message>
    <message>
        <source>to be confirmed</source>
        <translation>to be confirmed</translation>
    </message>
    <message numerus="yes">
        <source>%n imported day(s) do not count before they are confirmed.</source>
        <translation>
            <numerusform>%n imported day does not count before it is confirmed.</numerusform>
            <numerusform>%n imported days do not count before they are confirmed.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import holidays</source>
        <translation>Import holidays</translation>
    </message>
    <message>
        <source>Calendars (*.ics *.ical *.ifb);;All files (*)</source>
        <translation>Calendars (*.ics *.ical *.ifb);;All files (*)</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 was not imported.</translation>
    </message>
    <message>
        <source>%1 has no day that is not here already.</source>
        <translation>%1 has no day that is not here already.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) taken out of %1.</source>
        <translation>
            <numerusform>%n day taken out of %1.</numerusform>
            <numerusform>%n days taken out of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::ImpactLine</name>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Counting what changes</source>
        <translation>Counting what changes</translation>
    </message>
    <message>
        <source>Stop counting</source>
        <translation>Stop counting</translation>
    </message>
    <message>
        <source>Counting what changes…</source>
        <translation>Counting what changes…</translation>
    </message>
    <message>
        <source>Not counted: it was stopped.</source>
        <translation>Not counted: it was stopped.</translation>
    </message>
    <message>
        <source>What changes could not be counted: %1</source>
        <translation>What changes could not be counted: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::Ledger</name>
    <message>
        <source>d MMM</source>
        <comment>day and short month, as QLocale writes formats</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>holiday: %1</source>
        <translation>holiday: %1</translation>
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
            <numerusform>%1 – %2, %n day</numerusform>
            <numerusform>%1 – %2, %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::LedgerPopup</name>
    <message>
        <source>Show every interval</source>
        <translation>Show every interval</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>What was counted and why</source>
        <translation>What was counted and why</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervals</translation>
    </message>
</context>
<context>
    <name>deskhand::LevelsPanel</name>
    <message>
        <source>Warnings and escalations</source>
        <translation>Warnings and escalations</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>When so much of the time is used up (percent)</source>
        <translation>When so much of the time is used up (percent)</translation>
    </message>
    <message>
        <source>Before it is due</source>
        <translation>Before it is due</translation>
    </message>
    <message>
        <source>After it was due</source>
        <translation>After it was due</translation>
    </message>
    <message>
        <source>Measured in working time</source>
        <translation>Measured in working time</translation>
    </message>
    <message>
        <source>At night wait for the next working hours</source>
        <translation>At night wait for the next working hours</translation>
    </message>
    <message>
        <source>Always, or: is:unassigned</source>
        <translation>Always, or: is:unassigned</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>May be empty.</source>
        <translation>May be empty.</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Targets</translation>
    </message>
    <message>
        <source>None checked: all of the policy.</source>
        <translation>None checked: all of the policy.</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>Only if</translation>
    </message>
    <message>
        <source>Asked when the level is reached.</source>
        <translation>Asked when the level is reached.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>The chosen level</source>
        <translation>The chosen level</translation>
    </message>
    <message>
        <source>nothing is done</source>
        <translation>nothing is done</translation>
    </message>
    <message>
        <source>Write a number of percent, as 75.</source>
        <translation>Write a number of percent, as 75.</translation>
    </message>
    <message>
        <source>Write it in minutes or hours.</source>
        <translation>Write it in minutes or hours.</translation>
    </message>
</context>
<context>
    <name>deskhand::LinkOpener</name>
    <message>
        <source>The text says “%1”, but the link goes to “%2”.</source>
        <translation>The text says “%1”, but the link goes to “%2”.</translation>
    </message>
    <message>
        <source>The name “%1” has letters that can look like others. Its exact name is “%2”.</source>
        <translation>The name “%1” has letters that can look like others. Its exact name is “%2”.</translation>
    </message>
    <message>
        <source>The link had a name before the host, which can make it look like another. It goes to “%1”.</source>
        <translation>The link had a name before the host, which can make it look like another. It goes to “%1”.</translation>
    </message>
    <message>
        <source>Links of the kind “%1” are never opened from messages.</source>
        <translation>Links of the kind “%1” are never opened from messages.</translation>
    </message>
    <message>
        <source>This is not an address that can be opened.</source>
        <translation>This is not an address that can be opened.</translation>
    </message>
    <message>
        <source>Link in a message</source>
        <translation>Link in a message</translation>
    </message>
    <message>
        <source>This link is not opened.</source>
        <translation>This link is not opened.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Open %1?</source>
        <translation>Open %1?</translation>
    </message>
    <message>
        <source>Do not open</source>
        <translation>Do not open</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copy the address</translation>
    </message>
</context>
<context>
    <name>deskhand::ListArea</name>
    <message>
        <source>Ticket list</source>
        <translation>Ticket list</translation>
    </message>
    <message>
        <source>Search tickets</source>
        <translation>Search tickets</translation>
    </message>
    <message>
        <source>Search: words, state:open, owner:me…</source>
        <translation>Search: words, state:open, owner:me…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Next ticket in the list</source>
        <translation>Next ticket in the list</translation>
    </message>
    <message>
        <source>Previous ticket in the list</source>
        <translation>Previous ticket in the list</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>Open ticket</translation>
    </message>
    <message>
        <source>One or two &amp;lines a ticket</source>
        <translation>One or two &amp;lines a ticket</translation>
    </message>
    <message>
        <source>S&amp;ort tickets…</source>
        <translation>S&amp;ort tickets…</translation>
    </message>
    <message>
        <source>&amp;Groups, columns and density…</source>
        <translation>&amp;Groups, columns and density…</translation>
    </message>
    <message>
        <source>&amp;Refresh list</source>
        <translation>&amp;Refresh list</translation>
    </message>
    <message>
        <source>Save as &amp;view…</source>
        <translation>Save as &amp;view…</translation>
    </message>
    <message>
        <source>&amp;Mark ticket</source>
        <translation>&amp;Mark ticket</translation>
    </message>
    <message>
        <source>Mark &amp;downwards</source>
        <translation>Mark &amp;downwards</translation>
    </message>
    <message>
        <source>Mark &amp;upwards</source>
        <translation>Mark &amp;upwards</translation>
    </message>
    <message>
        <source>&amp;Clear marks</source>
        <translation>&amp;Clear marks</translation>
    </message>
    <message>
        <source>The list could not be read.</source>
        <translation>The list could not be read.</translation>
    </message>
    <message>
        <source>Only what is on this computer: the service cannot be reached.</source>
        <translation>Only what is on this computer: the service cannot be reached.</translation>
    </message>
</context>
<context>
    <name>deskhand::ListHeader</name>
    <message>
        <source>How the list is shown</source>
        <translation>How the list is shown</translation>
    </message>
    <message>
        <source>Density, columns, groups</source>
        <translation>Density, columns, groups</translation>
    </message>
    <message>
        <source>%L1+</source>
        <comment>more than this number of tickets</comment>
        <translation>%L1+</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Best match</source>
        <translation>Best match</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>Sorted by %1</source>
        <translation>Sorted by %1</translation>
    </message>
    <message>
        <source>Descending</source>
        <translation>Descending</translation>
    </message>
    <message>
        <source>Ascending</source>
        <translation>Ascending</translation>
    </message>
    <message>
        <source>Two lines</source>
        <translation>Two lines</translation>
    </message>
    <message>
        <source>One line with columns</source>
        <translation>One line with columns</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>Group by</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columns</translation>
    </message>
    <message>
        <source>Save as view…</source>
        <translation>Save as view…</translation>
    </message>
    <message>
        <source>Edit view…</source>
        <translation>Edit view…</translation>
    </message>
    <message>
        <source>Show as it was at first</source>
        <translation>Show as it was at first</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Back to the report</source>
        <translation>Back to the report</translation>
    </message>
</context>
<context>
    <name>deskhand::MailPage</name>
    <message>
        <source>Saved.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>It was not saved.</translation>
    </message>
    <message>
        <source>undo send</source>
        <translation>undo send</translation>
    </message>
    <message>
        <source>reply all</source>
        <translation>reply all</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>limits</translation>
    </message>
    <message>
        <source>loops</source>
        <translation>loops</translation>
    </message>
    <message>
        <source>quarantine</source>
        <translation>quarantine</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>acknowledgement</translation>
    </message>
    <message>
        <source>My replies</source>
        <translation>My replies</translation>
    </message>
    <message>
        <source>Can be taken back</source>
        <translation>Can be taken back</translation>
    </message>
    <message>
        <source>A reply leaves only then. Until then Ctrl+Z gives its draft back as it was.</source>
        <translation>A reply leaves only then. Until then Ctrl+Z gives its draft back as it was.</translation>
    </message>
    <message>
        <source>Replies of everybody</source>
        <translation>Replies of everybody</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>For those who have set nothing else. 0: replies leave at once. Usually 15.</source>
        <translation>For those who have set nothing else. 0: replies leave at once. Usually 15.</translation>
    </message>
    <message>
        <source>Ask before replying to</source>
        <translation>Ask before replying to</translation>
    </message>
    <message>
        <source> or more people</source>
        <translation> or more people</translation>
    </message>
    <message>
        <source>The recipient guard asks whether so many are meant. Usually 5.</source>
        <translation>The recipient guard asks whether so many are meant. Usually 5.</translation>
    </message>
    <message>
        <source>Automatic mails: acknowledgements and the like</source>
        <translation>Automatic mails: acknowledgements and the like</translation>
    </message>
    <message>
        <source>To one address</source>
        <translation>To one address</translation>
    </message>
    <message>
        <source> an hour</source>
        <translation> an hour</translation>
    </message>
    <message>
        <source> a day</source>
        <translation> a day</translation>
    </message>
    <message>
        <source>For one ticket</source>
        <translation>For one ticket</translation>
    </message>
    <message>
        <source>Of the whole desk</source>
        <translation>Of the whole desk</translation>
    </message>
    <message>
        <source>Two machines that answer each other would never end: beyond these numbers the desk says nothing. Usually 5, 20, 3 and 500.</source>
        <translation>Two machines that answer each other would never end: beyond these numbers the desk says nothing. Usually 5, 20, 3 and 500.</translation>
    </message>
    <message>
        <source>To a stranger</source>
        <translation>To a stranger</translation>
    </message>
    <message>
        <source>Somebody whom nobody here has ever answered, and whose address may be forged. Usually 1.</source>
        <translation>Somebody whom nobody here has ever answered, and whose address may be forged. Usually 1.</translation>
    </message>
    <message>
        <source>Too many new tickets</source>
        <translation>Too many new tickets</translation>
    </message>
    <message>
        <source>From one address</source>
        <translation>From one address</translation>
    </message>
    <message>
        <source>More are quarantined until somebody decides; nothing is lost. Usually 20 and 60.</source>
        <translation>More are quarantined until somebody decides; nothing is lost. Usually 20 and 60.</translation>
    </message>
    <message>
        <source>What holds for the whole desk is set by its administrators: %1.</source>
        <translation>What holds for the whole desk is set by its administrators: %1.</translation>
    </message>
    <message>
        <source>As the desk has it: not at all</source>
        <translation>As the desk has it: not at all</translation>
    </message>
    <message numerus="yes">
        <source>As the desk has it: for %n s</source>
        <translation>
            <numerusform>As the desk has it: for %n s</numerusform>
            <numerusform>As the desk has it: for %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>Not at all: they leave at once</source>
        <translation>Not at all: they leave at once</translation>
    </message>
    <message numerus="yes">
        <source>For %n minute(s)</source>
        <translation>
            <numerusform>For %n minute</numerusform>
            <numerusform>For %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n second(s)</source>
        <translation>
            <numerusform>For %n second</numerusform>
            <numerusform>For %n seconds</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Sending and limits</source>
        <translation>Sending and limits</translation>
    </message>
</context>
<context>
    <name>deskhand::MailPlace</name>
    <message>
        <source>&amp;Undo send</source>
        <translation>&amp;Undo send</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>A mail was taken back. Its text is among your drafts.</source>
        <translation>A mail was taken back. Its text is among your drafts.</translation>
    </message>
    <message>
        <source>Too late: the mail has been sent. It stays in the ticket.</source>
        <translation>Too late: the mail has been sent. It stays in the ticket.</translation>
    </message>
    <message>
        <source>The mail was not taken back.</source>
        <translation>The mail was not taken back.</translation>
    </message>
    <message>
        <source>When the mail is sent was not changed.</source>
        <translation>When the mail is sent was not changed.</translation>
    </message>
    <message numerus="yes">
        <source>%n held mail(s)</source>
        <translation>
            <numerusform>%n held mail</numerusform>
            <numerusform>%n held mails</numerusform>
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
        <translation>TLS from the first byte (usual)</translation>
    </message>
    <message>
        <source>STARTTLS, required</source>
        <translation>STARTTLS, required</translation>
    </message>
    <message>
        <source>None: only for a server on this computer</source>
        <translation>None: only for a server on this computer</translation>
    </message>
    <message>
        <source>With user and password</source>
        <translation>With user and password</translation>
    </message>
    <message>
        <source>At the provider, in the browser (OAuth 2)</source>
        <translation>At the provider, in the browser (OAuth 2)</translation>
    </message>
    <message>
        <source>Not at all: the server knows this computer</source>
        <translation>Not at all: the server knows this computer</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Encryption</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Sign-in</translation>
    </message>
    <message>
        <source>User</source>
        <translation>User</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>saved; enter a new one to replace it</source>
        <translation>saved; enter a new one to replace it</translation>
    </message>
    <message>
        <source>Everybody on the way could read and change everything.</source>
        <translation>Everybody on the way could read and change everything.</translation>
    </message>
</context>
<context>
    <name>deskhand::MailSettingsPresenter</name>
    <message>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <source>always reopens</source>
        <translation>always reopens</translation>
    </message>
    <message numerus="yes">
        <source>reopens for %n day(s)</source>
        <translation>
            <numerusform>reopens for %n day</numerusform>
            <numerusform>reopens for %n days</numerusform>
        </translation>
    </message>
    <message>
        <source>a new ticket</source>
        <translation>a new ticket</translation>
    </message>
</context>
<context>
    <name>deskhand::MailSetupPages</name>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Mail&amp;boxes…</source>
        <translation>Mail&amp;boxes…</translation>
    </message>
    <message>
        <source>&amp;Texts and signatures…</source>
        <translation>&amp;Texts and signatures…</translation>
    </message>
    <message>
        <source>My si&amp;gnature…</source>
        <translation>My si&amp;gnature…</translation>
    </message>
    <message>
        <source>My &amp;language…</source>
        <translation>My &amp;language…</translation>
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
        <translation>no one fetches mail</translation>
    </message>
    <message>
        <source>no one sends mail</source>
        <translation>no one sends mail</translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (sends %2)</source>
        <comment>how many wait, when</comment>
        <translation>%1 (sends %2)</translation>
    </message>
    <message numerus="yes">
        <source>%n not delivered</source>
        <translation>
            <numerusform>%n not delivered</numerusform>
            <numerusform>%n not delivered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mailbox(es) cannot be reached</source>
        <translation>
            <numerusform>%n mailbox cannot be reached</numerusform>
            <numerusform>%n mailboxes cannot be reached</numerusform>
        </translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>all well %1</source>
        <translation>all well %1</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>not reached yet</translation>
    </message>
    <message>
        <source>tried again %1</source>
        <translation>tried again %1</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) to be fetched</source>
        <translation>
            <numerusform>%n mail to be fetched</numerusform>
            <numerusform>%n mails to be fetched</numerusform>
        </translation>
    </message>
    <message>
        <source>At this moment %1.</source>
        <comment>…no one fetches mail</comment>
        <translation>At this moment %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n delayed by a mail server</source>
        <translation>
            <numerusform>%n delayed by a mail server</numerusform>
            <numerusform>%n delayed by a mail server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not delivered in the last seven days</source>
        <translation>
            <numerusform>%n not delivered in the last seven days</numerusform>
            <numerusform>%n not delivered in the last seven days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n held mail(s) wait for a decision</source>
        <translation>
            <numerusform>%n held mail waits for a decision</numerusform>
            <numerusform>%n held mails wait for a decision</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::MailStatusButton</name>
    <message>
        <source>Mail: %1</source>
        <translation>Mail: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::MailTestPanel</name>
    <message>
        <source>Testing</source>
        <translation>Testing</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Test receiving</source>
        <translation>Test receiving</translation>
    </message>
    <message>
        <source>Test sending</source>
        <translation>Test sending</translation>
    </message>
    <message>
        <source>All of it works.</source>
        <translation>All of it works.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>done</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
</context>
<context>
    <name>deskhand::MailTextDelegate</name>
    <message>
        <source>switched off</source>
        <translation>switched off</translation>
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
        <translation>Language</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Insert placeholder</source>
        <translation>Insert placeholder</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>As its reader sees it</source>
        <translation>As its reader sees it</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Delete…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>The text was not saved.</source>
        <translation>The text was not saved.</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>All queues</translation>
    </message>
    <message>
        <source>From: %1</source>
        <translation>From: %1</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>To: %1</translation>
    </message>
    <message>
        <source>Delete a text</source>
        <translation>Delete a text</translation>
    </message>
    <message>
        <source>Delete this text?</source>
        <translation>Delete this text?</translation>
    </message>
    <message>
        <source>Mails that were sent with it stay as they are.</source>
        <translation>Mails that were sent with it stay as they are.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Throw away what you wrote?</source>
        <translation>Throw away what you wrote?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
    <message>
        <source>Try it with ticket number…</source>
        <translation>Try it with ticket number…</translation>
    </message>
    <message>
        <source>Number of a ticket to try the text with</source>
        <translation>Number of a ticket to try the text with</translation>
    </message>
</context>
<context>
    <name>deskhand::MailTextPresenter</name>
    <message>
        <source>We have your request: {{ticket.subject}}</source>
        <translation>We have your request: {{ticket.subject}}</translation>
    </message>
    <message>
        <source>Hello {{requester.name}},

thank you for your message. It has the number {{ticket.number}}. If you want to add something, just answer this mail.

{{desk.name}}</source>
        <translation>Hello {{requester.name}},

thank you for your message. It has the number {{ticket.number}}. If you want to add something, just answer this mail.

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
        <translation>Kind regards
{{agent.name}}</translation>
    </message>
    <message>
        <source>The text is empty.</source>
        <translation>The text is empty.</translation>
    </message>
    <message>
        <source>An acknowledgement needs a subject.</source>
        <translation>An acknowledgement needs a subject.</translation>
    </message>
    <message>
        <source>There is a text for this already (%1). Change that one, or choose another queue or language.</source>
        <translation>There is a text for this already (%1). Change that one, or choose another queue or language.</translation>
    </message>
    <message>
        <source>Nothing can be put in for {{%1}}: it stays as it is written.</source>
        <translation>Nothing can be put in for {{%1}}: it stays as it is written.</translation>
    </message>
    <message>
        <source>Nobody has read the mail yet when it is acknowledged: the agent&apos;s name will be empty.</source>
        <translation>Nobody has read the mail yet when it is acknowledged: the agent&apos;s name will be empty.</translation>
    </message>
    <message>
        <source>Hello Sarah,

please swap the dock for the spare one and try again.</source>
        <translation>Hello Sarah,

please swap the dock for the spare one and try again.</translation>
    </message>
    <message>
        <source>There is no ticket %1 that you see.</source>
        <translation>There is no ticket %1 that you see.</translation>
    </message>
    <message>
        <source>As things stand this ticket gets another text: %1.</source>
        <translation>As things stand this ticket gets another text: %1.</translation>
    </message>
</context>
<context>
    <name>deskhand::MailTextWords</name>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>German</source>
        <translation>German</translation>
    </message>
    <message>
        <source>French</source>
        <translation>French</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanish</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portuguese</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italian</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Dutch</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Acknowledgement</translation>
    </message>
    <message>
        <source>Signature of a queue</source>
        <translation>Signature of a queue</translation>
    </message>
    <message>
        <source>Signature of a person</source>
        <translation>Signature of a person</translation>
    </message>
    <message>
        <source>Signature of %1</source>
        <translation>Signature of %1</translation>
    </message>
    <message>
        <source>Signature of all queues</source>
        <translation>Signature of all queues</translation>
    </message>
    <message>
        <source>My signature</source>
        <translation>My signature</translation>
    </message>
    <message>
        <source>somebody who has left</source>
        <translation>somebody who has left</translation>
    </message>
    <message>
        <source>%1 and below</source>
        <comment>a queue</comment>
        <translation>%1 and below</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>All queues</translation>
    </message>
    <message>
        <source>any language</source>
        <translation>any language</translation>
    </message>
    <message>
        <source>the ticket&apos;s number</source>
        <translation>the ticket&apos;s number</translation>
    </message>
    <message>
        <source>the ticket&apos;s subject</source>
        <translation>the ticket&apos;s subject</translation>
    </message>
    <message>
        <source>the requester&apos;s name</source>
        <translation>the requester&apos;s name</translation>
    </message>
    <message>
        <source>the requester&apos;s mail address</source>
        <translation>the requester&apos;s mail address</translation>
    </message>
    <message>
        <source>the name of the agent who answers</source>
        <translation>the name of the agent who answers</translation>
    </message>
    <message>
        <source>the queue</source>
        <translation>the queue</translation>
    </message>
    <message>
        <source>the name of the desk</source>
        <translation>the name of the desk</translation>
    </message>
    <message>
        <source>the address that the mail is sent from</source>
        <translation>the address that the mail is sent from</translation>
    </message>
    <message>
        <source>Monitor went dark after docking</source>
        <translation>Monitor went dark after docking</translation>
    </message>
</context>
<context>
    <name>deskhand::MailTextsPage</name>
    <message>
        <source>Write my signature…</source>
        <translation>Write my signature…</translation>
    </message>
    <message>
        <source>Write an acknowledgement…</source>
        <translation>Write an acknowledgement…</translation>
    </message>
    <message>
        <source>The texts cannot be shown.</source>
        <translation>The texts cannot be shown.</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>signature</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>acknowledgement</translation>
    </message>
    <message>
        <source>automatic answer</source>
        <translation>automatic answer</translation>
    </message>
    <message>
        <source>template</source>
        <translation>template</translation>
    </message>
    <message>
        <source>placeholder</source>
        <translation>placeholder</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texts</translation>
    </message>
    <message>
        <source>The text of the requester&apos;s language counts, else that for any language; that of the queue, else that of the queue above it.</source>
        <translation>The text of the requester&apos;s language counts, else that for any language; that of the queue, else that of the queue above it.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>Acknowledgement</translation>
    </message>
    <message>
        <source>Signature of a queue</source>
        <translation>Signature of a queue</translation>
    </message>
    <message>
        <source>My signature</source>
        <translation>My signature</translation>
    </message>
    <message>
        <source>An acknowledgement answers every new ticket that comes by mail; signatures of queues and people stand below replies. All of them can have placeholders.</source>
        <translation>An acknowledgement answers every new ticket that comes by mail; signatures of queues and people stand below replies. All of them can have placeholders.</translation>
    </message>
    <message>
        <source>Your signature stands below every reply that you send by mail. Acknowledgements and the signatures of queues are written by the administrators of this desk.</source>
        <translation>Your signature stands below every reply that you send by mail. Acknowledgements and the signatures of queues are written by the administrators of this desk.</translation>
    </message>
    <message>
        <source>No text yet</source>
        <translation>No text yet</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxDialog</name>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>The sign-in did not work.</source>
        <translation>The sign-in did not work.</translation>
    </message>
    <message>
        <source>Add a mailbox</source>
        <translation>Add a mailbox</translation>
    </message>
    <message>
        <source>Mailbox %1</source>
        <translation>Mailbox %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Mailbox</source>
        <translation>Mailbox</translation>
    </message>
    <message>
        <source>This desk has no key for passwords yet.</source>
        <translation>This desk has no key for passwords yet.</translation>
    </message>
    <message>
        <source>The key is made by the computer that does the desk&apos;s mail. Its administrator adds the first mailbox there with “deskhandctl mailbox add”; then this works here, too.</source>
        <translation>The key is made by the computer that does the desk&apos;s mail. Its administrator adds the first mailbox there with “deskhandctl mailbox add”; then this works here, too.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>The mailbox was not saved.</source>
        <translation>The mailbox was not saved.</translation>
    </message>
    <message>
        <source>The mailbox was not saved (%1).</source>
        <translation>The mailbox was not saved (%1).</translation>
    </message>
    <message>
        <source>Throw away what you entered?</source>
        <translation>Throw away what you entered?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxForm</name>
    <message>
        <source>The first queue</source>
        <translation>The first queue</translation>
    </message>
    <message>
        <source>Mark them as read there</source>
        <translation>Mark them as read there</translation>
    </message>
    <message>
        <source>Leave them exactly as they are</source>
        <translation>Leave them exactly as they are</translation>
    </message>
    <message>
        <source>Move them to another folder there</source>
        <translation>Move them to another folder there</translation>
    </message>
    <message>
        <source>Delete them there</source>
        <translation>Delete them there</translation>
    </message>
    <message>
        <source>saved; enter a new one to replace it</source>
        <translation>saved; enter a new one to replace it</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Stop waiting</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Sign in…</translation>
    </message>
    <message>
        <source>Waiting for you to sign in, in the browser…</source>
        <translation>Waiting for you to sign in, in the browser…</translation>
    </message>
    <message>
        <source>Signed in. Save to keep it.</source>
        <translation>Signed in. Save to keep it.</translation>
    </message>
    <message>
        <source>Signed in.</source>
        <translation>Signed in.</translation>
    </message>
    <message>
        <source>Nobody has signed in yet.</source>
        <translation>Nobody has signed in yet.</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>Who it is</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What recipients see before the address.</source>
        <translation>What recipients see before the address.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Other addresses</source>
        <translation>Other addresses</translation>
    </message>
    <message>
        <source>That arrive in the same mailbox, with commas between them. Mail from any of them is never taken for a customer&apos;s.</source>
        <translation>That arrive in the same mailbox, with commas between them. Mail from any of them is never taken for a customer&apos;s.</translation>
    </message>
    <message>
        <source>New tickets go to</source>
        <translation>New tickets go to</translation>
    </message>
    <message>
        <source>IMAP (keeps mails on the server)</source>
        <translation>IMAP (keeps mails on the server)</translation>
    </message>
    <message>
        <source>POP3</source>
        <translation>POP3</translation>
    </message>
    <message>
        <source>Nothing: this mailbox only sends</source>
        <translation>Nothing: this mailbox only sends</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Receiving</translation>
    </message>
    <message>
        <source>By</source>
        <translation>By</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Only mails that arrive from now on</source>
        <translation>Only mails that arrive from now on</translation>
    </message>
    <message>
        <source>Everything that is there already</source>
        <translation>Everything that is there already</translation>
    </message>
    <message>
        <source>Mails that were fetched</source>
        <translation>Mails that were fetched</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Then</translation>
    </message>
    <message>
        <source>Only once a mail is stored safely in the desk. Whether it is marked as read never decides whether it is fetched.</source>
        <translation>Only once a mail is stored safely in the desk. Whether it is marked as read never decides whether it is fetched.</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Move to</translation>
    </message>
    <message>
        <source>Begin with</source>
        <translation>Begin with</translation>
    </message>
    <message>
        <source>Replies can be sent with this mailbox</source>
        <translation>Replies can be sent with this mailbox</translation>
    </message>
    <message>
        <source>Sign in as for receiving</source>
        <translation>Sign in as for receiving</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>Sign-in at the provider</source>
        <translation>Sign-in at the provider</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client ID</translation>
    </message>
    <message>
        <source>Of your organization&apos;s registration with the provider; “Help” says how to get one.</source>
        <translation>Of your organization&apos;s registration with the provider; “Help” says how to get one.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client secret</translation>
    </message>
    <message>
        <source>Only where the provider gave one.</source>
        <translation>Only where the provider gave one.</translation>
    </message>
    <message>
        <source>Sign-in page</source>
        <translation>Sign-in page</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Token address</translation>
    </message>
    <message>
        <source>Rights asked for</source>
        <translation>Rights asked for</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Advanced</translation>
    </message>
    <message>
        <source>Be told by the server at once (IDLE), where it can</source>
        <translation>Be told by the server at once (IDLE), where it can</translation>
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
        <translation>Recognize bounces by the return address</translation>
    </message>
    <message>
        <source>Look every</source>
        <translation>Look every</translation>
    </message>
    <message>
        <source>Also while the server tells of new mail by itself.</source>
        <translation>Also while the server tells of new mail by itself.</translation>
    </message>
    <message>
        <source>Largest mail</source>
        <translation>Largest mail</translation>
    </message>
    <message>
        <source>A larger one stays on the server, and is counted as not taken.</source>
        <translation>A larger one stays on the server, and is counted as not taken.</translation>
    </message>
    <message>
        <source>Own mail server</source>
        <translation>Own mail server</translation>
    </message>
    <message>
        <source>The name that your server writes into its Authentication-Results. Only what this name says proves who sent a mail; empty: nothing does, and nobody is taken for an agent.</source>
        <translation>The name that your server writes into its Authentication-Results. Only what this name says proves who sent a mail; empty: nothing does, and nobody is taken for an agent.</translation>
    </message>
    <message>
        <source>Receiving trusts</source>
        <translation>Receiving trusts</translation>
    </message>
    <message>
        <source>Sending trusts</source>
        <translation>Sending trusts</translation>
    </message>
    <message>
        <source>Mails are sent from address+token, so that every bounce finds its mail. Your server has to deliver such addresses to this mailbox.</source>
        <translation>Mails are sent from address+token, so that every bounce finds its mail. Your server has to deliver such addresses to this mailbox.</translation>
    </message>
    <message>
        <source>the authorities that this computer trusts</source>
        <translation>the authorities that this computer trusts</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Choose a file of certificate authorities</source>
        <translation>Choose a file of certificate authorities</translation>
    </message>
    <message>
        <source>Certificates of the trusted authorities</source>
        <translation>Certificates of the trusted authorities</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation>Certificates (*.crt *.pem *.cer);;All files (*)</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxPresenter</name>
    <message>
        <source>The address is needed.</source>
        <translation>The address is needed.</translation>
    </message>
    <message>
        <source>“%1” is not a mail address.</source>
        <translation>“%1” is not a mail address.</translation>
    </message>
    <message>
        <source>There is a mailbox with this address already.</source>
        <translation>There is a mailbox with this address already.</translation>
    </message>
    <message>
        <source>The server to receive from is needed.</source>
        <translation>The server to receive from is needed.</translation>
    </message>
    <message>
        <source>The server to send by is needed.</source>
        <translation>The server to send by is needed.</translation>
    </message>
    <message>
        <source>Only the name of the computer goes into “Server”, without “https://” and the like.</source>
        <translation>Only the name of the computer goes into “Server”, without “https://” and the like.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>A port is a number from 1 to 65535.</translation>
    </message>
    <message>
        <source>Without encryption only a server on this computer can be used.</source>
        <translation>Without encryption only a server on this computer can be used.</translation>
    </message>
    <message>
        <source>There is no file of authorities at “%1”.</source>
        <translation>There is no file of authorities at “%1”.</translation>
    </message>
    <message>
        <source>Receiving needs a sign-in.</source>
        <translation>Receiving needs a sign-in.</translation>
    </message>
    <message>
        <source>The user to receive with is needed.</source>
        <translation>The user to receive with is needed.</translation>
    </message>
    <message>
        <source>The user to send with is needed.</source>
        <translation>The user to send with is needed.</translation>
    </message>
    <message>
        <source>The password is needed.</source>
        <translation>The password is needed.</translation>
    </message>
    <message>
        <source>The password to send with is needed.</source>
        <translation>The password to send with is needed.</translation>
    </message>
    <message>
        <source>The client ID of your registration with the provider is needed.</source>
        <translation>The client ID of your registration with the provider is needed.</translation>
    </message>
    <message>
        <source>The provider&apos;s two addresses begin with “https://”.</source>
        <translation>The provider&apos;s two addresses begin with “https://”.</translation>
    </message>
    <message>
        <source>Sign in at the provider first.</source>
        <translation>Sign in at the provider first.</translation>
    </message>
    <message>
        <source>A mailbox receives, or sends, or both.</source>
        <translation>A mailbox receives, or sends, or both.</translation>
    </message>
    <message>
        <source>The folder to fetch from is needed; usually it is INBOX.</source>
        <translation>The folder to fetch from is needed; usually it is INBOX.</translation>
    </message>
    <message>
        <source>The folder that fetched mails are moved to is needed.</source>
        <translation>The folder that fetched mails are moved to is needed.</translation>
    </message>
    <message>
        <source>Fetched mails are moved to another folder than the one they come from.</source>
        <translation>Fetched mails are moved to another folder than the one they come from.</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxStart</name>
    <message>
        <source>Which mailbox do people write to?</source>
        <translation>Which mailbox do people write to?</translation>
    </message>
    <message>
        <source>Example Support</source>
        <translation>Example Support</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What recipients see before the address.</source>
        <translation>What recipients see before the address.</translation>
    </message>
    <message>
        <source>Google</source>
        <translation>Google</translation>
    </message>
    <message>
        <source>Gmail or Google Workspace. You sign in at Google; Deskhand never sees your password.</source>
        <translation>Gmail or Google Workspace. You sign in at Google; Deskhand never sees your password.</translation>
    </message>
    <message>
        <source>Microsoft</source>
        <translation>Microsoft</translation>
    </message>
    <message>
        <source>Microsoft 365 or Outlook.com. You sign in at Microsoft; Deskhand never sees your password.</source>
        <translation>Microsoft 365 or Outlook.com. You sign in at Microsoft; Deskhand never sees your password.</translation>
    </message>
    <message>
        <source>Another provider, or a server of your own</source>
        <translation>Another provider, or a server of your own</translation>
    </message>
    <message>
        <source>IMAP or POP3 to receive, SMTP to send, with user and password.</source>
        <translation>IMAP or POP3 to receive, SMTP to send, with user and password.</translation>
    </message>
    <message>
        <source>This is an address of Google:</source>
        <translation>This is an address of Google:</translation>
    </message>
    <message>
        <source>This is an address of Microsoft:</source>
        <translation>This is an address of Microsoft:</translation>
    </message>
    <message>
        <source>Who runs it?</source>
        <translation>Who runs it?</translation>
    </message>
    <message>
        <source>The whole address is needed first, such as support@example.org.</source>
        <translation>The whole address is needed first, such as support@example.org.</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxWords</name>
    <message>
        <source>The server cannot be reached.</source>
        <translation>The server cannot be reached.</translation>
    </message>
    <message>
        <source>Check the network and the server&apos;s name; it is tried again by itself.</source>
        <translation>Check the network and the server&apos;s name; it is tried again by itself.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>The server did not answer in time.</translation>
    </message>
    <message>
        <source>It is tried again by itself. If it stays so, ask whoever runs the server.</source>
        <translation>It is tried again by itself. If it stays so, ask whoever runs the server.</translation>
    </message>
    <message>
        <source>The server refuses the sign-in.</source>
        <translation>The server refuses the sign-in.</translation>
    </message>
    <message>
        <source>Enter user and password anew, or sign in again at the provider.</source>
        <translation>Enter user and password anew, or sign in again at the provider.</translation>
    </message>
    <message>
        <source>The server does not allow it.</source>
        <translation>The server does not allow it.</translation>
    </message>
    <message>
        <source>Look at what the server said; its administrator can allow it.</source>
        <translation>Look at what the server said; its administrator can allow it.</translation>
    </message>
    <message>
        <source>The server has no such folder.</source>
        <translation>The server has no such folder.</translation>
    </message>
    <message>
        <source>Check the name of the folder, and of the one to move mails to.</source>
        <translation>Check the name of the folder, and of the one to move mails to.</translation>
    </message>
    <message>
        <source>What answers there speaks another protocol.</source>
        <translation>What answers there speaks another protocol.</translation>
    </message>
    <message>
        <source>Check protocol, port and encryption.</source>
        <translation>Check protocol, port and encryption.</translation>
    </message>
    <message>
        <source>The saved password cannot be opened on this computer.</source>
        <translation>The saved password cannot be opened on this computer.</translation>
    </message>
    <message>
        <source>Enter the password once more.</source>
        <translation>Enter the password once more.</translation>
    </message>
    <message>
        <source>The server could not prove who it is.</source>
        <translation>The server could not prove who it is.</translation>
    </message>
    <message>
        <source>Nothing was sent. Its certificate has expired, is for another name, or is from an authority that is not trusted.</source>
        <translation>Nothing was sent. Its certificate has expired, is for another name, or is from an authority that is not trusted.</translation>
    </message>
    <message>
        <source>No safe connection to the server came about.</source>
        <translation>No safe connection to the server came about.</translation>
    </message>
    <message>
        <source>Nothing was sent. Check encryption and port.</source>
        <translation>Nothing was sent. Check encryption and port.</translation>
    </message>
    <message>
        <source>The server does not offer to encrypt.</source>
        <translation>The server does not offer to encrypt.</translation>
    </message>
    <message>
        <source>Nothing was sent. Choose TLS from the first byte, or ask whoever runs the server.</source>
        <translation>Nothing was sent. Choose TLS from the first byte, or ask whoever runs the server.</translation>
    </message>
    <message>
        <source>No computer is known by the server&apos;s name.</source>
        <translation>No computer is known by the server&apos;s name.</translation>
    </message>
    <message>
        <source>Nothing answers at the server&apos;s port.</source>
        <translation>Nothing answers at the server&apos;s port.</translation>
    </message>
    <message>
        <source>The server may be down; it is tried again by itself.</source>
        <translation>The server may be down; it is tried again by itself.</translation>
    </message>
    <message>
        <source>The provider does not know the sign-in any more.</source>
        <translation>The provider does not know the sign-in any more.</translation>
    </message>
    <message>
        <source>Edit the mailbox, and sign in again.</source>
        <translation>Edit the mailbox, and sign in again.</translation>
    </message>
    <message>
        <source>Fetched mails cannot be marked or moved on the server.</source>
        <translation>Fetched mails cannot be marked or moved on the server.</translation>
    </message>
    <message>
        <source>They are safe in the desk, and none comes twice. Check the folder to move to, and what the user may do there.</source>
        <translation>They are safe in the desk, and none comes twice. Check the folder to move to, and what the user may do there.</translation>
    </message>
    <message>
        <source>Mails cannot be stored: the disk is full or fails.</source>
        <translation>Mails cannot be stored: the disk is full or fails.</translation>
    </message>
    <message>
        <source>Nothing is lost: what is not stored stays on the server. Make room; it goes on by itself.</source>
        <translation>Nothing is lost: what is not stored stays on the server. Make room; it goes on by itself.</translation>
    </message>
    <message>
        <source>The desk is busy with other work.</source>
        <translation>The desk is busy with other work.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>It is tried again by itself.</translation>
    </message>
    <message>
        <source>The desk file is damaged.</source>
        <translation>The desk file is damaged.</translation>
    </message>
    <message>
        <source>Restore the newest backup, and keep a copy of the damaged file.</source>
        <translation>Restore the newest backup, and keep a copy of the damaged file.</translation>
    </message>
    <message>
        <source>claims a ticket that its sender has no part in</source>
        <translation>claims a ticket that its sender has no part in</translation>
    </message>
    <message>
        <source>its sender opened too many tickets</source>
        <translation>its sender opened too many tickets</translation>
    </message>
    <message>
        <source>goes round between machines</source>
        <translation>goes round between machines</translation>
    </message>
    <message>
        <source>claims to come from this desk</source>
        <translation>claims to come from this desk</translation>
    </message>
    <message>
        <source>larger than the mailbox takes</source>
        <translation>larger than the mailbox takes</translation>
    </message>
    <message>
        <source>were there before the mailbox was added</source>
        <translation>were there before the mailbox was added</translation>
    </message>
    <message>
        <source>deleted on the server before it was fetched</source>
        <translation>deleted on the server before it was fetched</translation>
    </message>
    <message>
        <source>the server does not give it</source>
        <translation>the server does not give it</translation>
    </message>
    <message>
        <source>Take the saved password</source>
        <translation>Take the saved password</translation>
    </message>
    <message>
        <source>It is sealed for the computer that does the desk&apos;s mail. Enter it once more to test it here.</source>
        <translation>It is sealed for the computer that does the desk&apos;s mail. Enter it once more to test it here.</translation>
    </message>
    <message>
        <source>Find the server</source>
        <translation>Find the server</translation>
    </message>
    <message>
        <source>No computer is known by this name. Check the spelling, and that this computer is online.</source>
        <translation>No computer is known by this name. Check the spelling, and that this computer is online.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Connect</translation>
    </message>
    <message>
        <source>The computer is there, but nothing answers at this port. Check port and encryption; a firewall may be in between.</source>
        <translation>The computer is there, but nothing answers at this port. Check port and encryption; a firewall may be in between.</translation>
    </message>
    <message>
        <source>Encrypt, and check who the server is</source>
        <translation>Encrypt, and check who the server is</translation>
    </message>
    <message>
        <source>Nothing was sent. The certificate is not for this name, has expired, or is from an authority that this computer does not trust. For an authority of your own choose its file under “Advanced”.</source>
        <translation>Nothing was sent. The certificate is not for this name, has expired, or is from an authority that this computer does not trust. For an authority of your own choose its file under “Advanced”.</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>The server refuses user or password. Some want the whole address as user; some want a password made for programs (“app password”).</source>
        <translation>The server refuses user or password. Some want the whole address as user; some want a password made for programs (“app password”).</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>There is no such folder, or it cannot be changed. Check its name as the server writes it.</source>
        <translation>There is no such folder, or it cannot be changed. Check its name as the server writes it.</translation>
    </message>
    <message>
        <source>Look at the mails</source>
        <translation>Look at the mails</translation>
    </message>
    <message>
        <source>The folder opens, but its mails cannot be listed.</source>
        <translation>The folder opens, but its mails cannot be listed.</translation>
    </message>
    <message>
        <source>The server refuses user or password. Some want the whole address as user; at some, sending has to be allowed for programs first.</source>
        <translation>The server refuses user or password. Some want the whole address as user; at some, sending has to be allowed for programs first.</translation>
    </message>
    <message>
        <source>Ask whether it sends from this address</source>
        <translation>Ask whether it sends from this address</translation>
    </message>
    <message>
        <source>The server lets this user in, but does not send from the mailbox&apos;s address. Check the address, or have it allowed for this user.</source>
        <translation>The server lets this user in, but does not send from the mailbox&apos;s address. Check the address, or have it allowed for this user.</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Switched off</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Needs a look</translation>
    </message>
    <message>
        <source>Has not worked yet</source>
        <translation>Has not worked yet</translation>
    </message>
    <message>
        <source>Failing since %1</source>
        <translation>Failing since %1</translation>
    </message>
    <message>
        <source>Only sends</source>
        <translation>Only sends</translation>
    </message>
    <message>
        <source>Not fetched yet</source>
        <translation>Not fetched yet</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Healthy</translation>
    </message>
    <message>
        <source>never fetched</source>
        <translation>never fetched</translation>
    </message>
    <message>
        <source>fetched %1</source>
        <translation>fetched %1</translation>
    </message>
    <message>
        <source>%1 still on the server</source>
        <comment>a number of mails</comment>
        <translation>%1 still on the server</translation>
    </message>
    <message>
        <source>new tickets</source>
        <translation>new tickets</translation>
    </message>
    <message>
        <source>Each opened a ticket of its own.</source>
        <translation>Each opened a ticket of its own.</translation>
    </message>
    <message>
        <source>follow-ups</source>
        <translation>follow-ups</translation>
    </message>
    <message>
        <source>Each joined the ticket that it answers.</source>
        <translation>Each joined the ticket that it answers.</translation>
    </message>
    <message>
        <source>duplicates</source>
        <translation>duplicates</translation>
    </message>
    <message>
        <source>The same mail had come before, byte for byte.</source>
        <translation>The same mail had come before, byte for byte.</translation>
    </message>
    <message>
        <source>reports</source>
        <translation>reports</translation>
    </message>
    <message>
        <source>Bounces and receipts: kept with the mail that they are about, never a ticket.</source>
        <translation>Bounces and receipts: kept with the mail that they are about, never a ticket.</translation>
    </message>
    <message>
        <source>held</source>
        <translation>held</translation>
    </message>
    <message>
        <source>Somebody decides with one click whether they join their ticket.</source>
        <translation>Somebody decides with one click whether they join their ticket.</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>quarantined</translation>
    </message>
    <message>
        <source>Kept away from the tickets until somebody decides.</source>
        <translation>Kept away from the tickets until somebody decides.</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>discarded</translation>
    </message>
    <message>
        <source>Held before, and thrown away by a person; kept as raw mail.</source>
        <translation>Held before, and thrown away by a person; kept as raw mail.</translation>
    </message>
    <message>
        <source>not taken</source>
        <translation>not taken</translation>
    </message>
    <message>
        <source>They stay on the server, untouched.</source>
        <translation>They stay on the server, untouched.</translation>
    </message>
    <message>
        <source>being worked on</source>
        <translation>being worked on</translation>
    </message>
    <message>
        <source>Stored safely, and not yet made a ticket.</source>
        <translation>Stored safely, and not yet made a ticket.</translation>
    </message>
    <message>
        <source>still on the server</source>
        <translation>still on the server</translation>
    </message>
    <message>
        <source>Seen there, and not yet fetched.</source>
        <translation>Seen there, and not yet fetched.</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>imported</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>seen</translation>
    </message>
    <message>
        <source>The desk stores %1 mails of this mailbox but accounts for %2. This is a defect: please report it.</source>
        <translation>The desk stores %1 mails of this mailbox but accounts for %2. This is a defect: please report it.</translation>
    </message>
    <message>
        <source>Something went wrong (%1).</source>
        <translation>Something went wrong (%1).</translation>
    </message>
</context>
<context>
    <name>deskhand::MailboxesPage</name>
    <message>
        <source>Add a mailbox…</source>
        <translation>Add a mailbox…</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>mail</translation>
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
        <translation>server</translation>
    </message>
    <message>
        <source>password</source>
        <translation>password</translation>
    </message>
    <message>
        <source>reconciliation</source>
        <translation>reconciliation</translation>
    </message>
    <message>
        <source>Mailboxes</source>
        <translation>Mailboxes</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>What arrives here becomes tickets; replies leave by them.</source>
        <translation>What arrives here becomes tickets; replies leave by them.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplicate…</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Switch off…</source>
        <translation>Switch off…</translation>
    </message>
    <message>
        <source>Decide on held mail…</source>
        <translation>Decide on held mail…</translation>
    </message>
    <message>
        <source>The mailboxes cannot be shown.</source>
        <translation>The mailboxes cannot be shown.</translation>
    </message>
    <message>
        <source>For administrators</source>
        <translation>For administrators</translation>
    </message>
    <message>
        <source>Mailboxes are set up by the administrators of this desk: %1.</source>
        <translation>Mailboxes are set up by the administrators of this desk: %1.</translation>
    </message>
    <message>
        <source>No mailbox yet</source>
        <translation>No mailbox yet</translation>
    </message>
    <message>
        <source>Let people reach this desk by mail: what they write to your support address becomes tickets, and your replies leave from it. Deskhand asks for the address, fills in the servers and tests every step.</source>
        <translation>Let people reach this desk by mail: what they write to your support address becomes tickets, and your replies leave from it. Deskhand asks for the address, fills in the servers and tests every step.</translation>
    </message>
    <message>
        <source>In detail: %1</source>
        <translation>In detail: %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>While it is paused nothing is fetched and nothing is sent; what waits keeps waiting.</source>
        <translation>While it is paused nothing is fetched and nothing is sent; what waits keeps waiting.</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Switch on</translation>
    </message>
    <message>
        <source>Switch a mailbox off</source>
        <translation>Switch a mailbox off</translation>
    </message>
    <message>
        <source>Switch “%1” off?</source>
        <translation>Switch “%1” off?</translation>
    </message>
    <message>
        <source>Nothing is fetched from it and nothing is sent with it any more. Its tickets stay, and it can be switched on again.</source>
        <translation>Nothing is fetched from it and nothing is sent with it any more. Its tickets stay, and it can be switched on again.</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Switch off</translation>
    </message>
    <message>
        <source>The mailbox was not changed.</source>
        <translation>The mailbox was not changed.</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
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
        <translation>Go</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>&amp;New ticket…</source>
        <translation>&amp;New ticket…</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Settings…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>&amp;Command palette…</translation>
    </message>
    <message>
        <source>&amp;Search tickets</source>
        <translation>&amp;Search tickets</translation>
    </message>
    <message>
        <source>Next &amp;area</source>
        <translation>Next &amp;area</translation>
    </message>
    <message>
        <source>&amp;Previous area</source>
        <translation>&amp;Previous area</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>&amp;Manual</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Keyboard shortcuts</translation>
    </message>
    <message>
        <source>&amp;About Deskhand</source>
        <translation>&amp;About Deskhand</translation>
    </message>
    <message>
        <source>&amp;Sidebar</source>
        <translation>&amp;Sidebar</translation>
    </message>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Side &amp;panel</source>
        <translation>Side &amp;panel</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Full screen</translation>
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
        <translation>&amp;Edit</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Ticket</source>
        <translation>&amp;Ticket</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Go</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
</context>
<context>
    <name>deskhand::MergeDialog</name>
    <message>
        <source>Merge tickets</source>
        <translation>Merge tickets</translation>
    </message>
    <message>
        <source>Nothing was merged: somebody changed one of the tickets a moment ago. Look again at what is shown, and merge once more.</source>
        <translation>Nothing was merged: somebody changed one of the tickets a moment ago. Look again at what is shown, and merge once more.</translation>
    </message>
    <message>
        <source>The tickets were not merged.</source>
        <translation>The tickets were not merged.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Reason, for the history (may stay empty)</source>
        <translation>Reason, for the history (may stay empty)</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>What will happen</translation>
    </message>
    <message>
        <source>Turn the direction around</source>
        <translation>Turn the direction around</translation>
    </message>
    <message>
        <source>Another ticket</source>
        <translation>Another ticket</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Merge</translation>
    </message>
    <message>
        <source>Keep %1 as Cc of replies</source>
        <translation>Keep %1 as Cc of replies</translation>
    </message>
    <message>
        <source>Merging…</source>
        <translation>Merging…</translation>
    </message>
    <message>
        <source>Merge into #%1</source>
        <translation>Merge into #%1</translation>
    </message>
</context>
<context>
    <name>deskhand::MergePresenter</name>
    <message>
        <source>%1 is “%2” now</source>
        <translation>%1 is “%2” now</translation>
    </message>
    <message numerus="yes">
        <source>%n new message(s) since</source>
        <translation>
            <numerusform>%n new message since</numerusform>
            <numerusform>%n new messages since</numerusform>
        </translation>
    </message>
    <message>
        <source>Another requester: the public messages of %1 in %2 become readable for %3.</source>
        <translation>Another requester: the public messages of %1 in %2 become readable for %3.</translation>
    </message>
    <message>
        <source>no organization</source>
        <translation>no organization</translation>
    </message>
    <message>
        <source>They belong to different organizations: %1 and %2.</source>
        <translation>They belong to different organizations: %1 and %2.</translation>
    </message>
    <message>
        <source>%1 is %2 and stays so: nobody is reminded of what was open.</source>
        <translation>%1 is %2 and stays so: nobody is reminded of what was open.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) of %1 are shown in %2, each marked with where it comes from.</source>
        <translation>
            <numerusform>%n message of %1 is shown in %2, marked with where it comes from.</numerusform>
            <numerusform>%n messages of %1 are shown in %2, each marked with where it comes from.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the number stays and leads to %2. Answers to it arrive there.</source>
        <translation>%1: the number stays and leads to %2. Answers to it arrive there.</translation>
    </message>
    <message>
        <source>State, owner, queue, priority and subject of %1 stay as they are.</source>
        <translation>State, owner, queue, priority and subject of %1 stay as they are.</translation>
    </message>
    <message>
        <source>Tags are united: %1.</source>
        <translation>Tags are united: %1.</translation>
    </message>
    <message>
        <source>The clocks of %1 go on, from the oldest message of all that waits for an answer; those of %2 end.</source>
        <translation>The clocks of %1 go on, from the oldest message of all that waits for an answer; those of %2 end.</translation>
    </message>
    <message>
        <source>Replies go to %1 as Cc, too.</source>
        <translation>Replies go to %1 as Cc, too.</translation>
    </message>
    <message>
        <source>%1 gets no further replies.</source>
        <translation>%1 gets no further replies.</translation>
    </message>
    <message>
        <source>What you have begun to write there goes with it. All of it can be taken back by Unmerge.</source>
        <translation>What you have begun to write there goes with it. All of it can be taken back by Unmerge.</translation>
    </message>
    <message>
        <source>Choose the other ticket.</source>
        <translation>Choose the other ticket.</translation>
    </message>
    <message>
        <source>One of the tickets cannot be read.</source>
        <translation>One of the tickets cannot be read.</translation>
    </message>
    <message>
        <source>The tickets are being read…</source>
        <translation>The tickets are being read…</translation>
    </message>
    <message>
        <source>%1 is merged already.</source>
        <translation>%1 is merged already.</translation>
    </message>
    <message>
        <source>%1 is closed: it takes no ticket that is open.</source>
        <translation>%1 is closed: it takes no ticket that is open.</translation>
    </message>
</context>
<context>
    <name>deskhand::MergedBar</name>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Merged ticket</source>
        <translation>Merged ticket</translation>
    </message>
    <message>
        <source>Open #%1</source>
        <translation>Open #%1</translation>
    </message>
    <message>
        <source>This ticket was merged into one that you do not see.</source>
        <translation>This ticket was merged into one that you do not see.</translation>
    </message>
    <message>
        <source>This ticket was merged into #%1: its messages are read and answered there.</source>
        <translation>This ticket was merged into #%1: its messages are read and answered there.</translation>
    </message>
</context>
<context>
    <name>deskhand::NewTicketDialog</name>
    <message>
        <source>New ticket</source>
        <translation>New ticket</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Open ticket</source>
        <translation>Open ticket</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Draft saved %1</translation>
    </message>
    <message>
        <source>The ticket was not opened. What you wrote is kept.</source>
        <translation>The ticket was not opened. What you wrote is kept.</translation>
    </message>
    <message>
        <source>Ticket #%1 was opened</source>
        <translation>Ticket #%1 was opened</translation>
    </message>
    <message>
        <source>Your draft of last time</source>
        <translation>Your draft of last time</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Opening…</translation>
    </message>
    <message>
        <source>New ticket thrown away</source>
        <translation>New ticket thrown away</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Not sent yet: the ticket is opened as soon as the desk is back.</source>
        <translation>Not sent yet: the ticket is opened as soon as the desk is back.</translation>
    </message>
    <message>
        <source>Ticket #%1 was opened. It was not mailed: no mailbox sends for this queue.</source>
        <translation>Ticket #%1 was opened. It was not mailed: no mailbox sends for this queue.</translation>
    </message>
    <message>
        <source>Look again before this is mailed.</source>
        <translation>Look again before this is mailed.</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Go on writing</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Send anyway</translation>
    </message>
    <message>
        <source>Open and send to %1</source>
        <translation>Open and send to %1</translation>
    </message>
    <message>
        <source>Ticket #%1 is kept on this computer, and gets its number as soon as the service can be reached.</source>
        <translation>Ticket #%1 is kept on this computer, and gets its number as soon as the service can be reached.</translation>
    </message>
</context>
<context>
    <name>deskhand::NewTicketFields</name>
    <message>
        <source>Requester</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Name or mail address</source>
        <translation>Name or mail address</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>What is it about?</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Add a tag</translation>
    </message>
    <message>
        <source>What did the requester say?</source>
        <translation>What did the requester say?</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Attach files</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>No due date</source>
        <translation>No due date</translation>
    </message>
    <message>
        <source>Not attached (unreadable, or over 25 MB in all): %1</source>
        <translation>Not attached (unreadable, or over 25 MB in all): %1</translation>
    </message>
    <message>
        <source>picture.png</source>
        <translation>picture.png</translation>
    </message>
    <message>
        <source>The picture is too large to attach</source>
        <translation>The picture is too large to attach</translation>
    </message>
    <message>
        <source>Send this text to the requester by mail</source>
        <translation>Send this text to the requester by mail</translation>
    </message>
    <message>
        <source>Message to the requester</source>
        <translation>Message to the requester</translation>
    </message>
    <message>
        <source>What do you want to tell the requester?</source>
        <translation>What do you want to tell the requester?</translation>
    </message>
</context>
<context>
    <name>deskhand::NewTicketPresenter</name>
    <message>
        <source>Who asks? Choose a person, or give a name or mail address.</source>
        <translation>Who asks? Choose a person, or give a name or mail address.</translation>
    </message>
    <message>
        <source>“%1” is not a mail address.</source>
        <translation>“%1” is not a mail address.</translation>
    </message>
    <message>
        <source>Give it a subject, so that others can find it.</source>
        <translation>Give it a subject, so that others can find it.</translation>
    </message>
    <message>
        <source>Choose the queue that takes care of it.</source>
        <translation>Choose the queue that takes care of it.</translation>
    </message>
    <message>
        <source>The files are larger than 25 MB together.</source>
        <translation>The files are larger than 25 MB together.</translation>
    </message>
    <message>
        <source>The desk did not accept this.</source>
        <translation>The desk did not accept this.</translation>
    </message>
    <message>
        <source>To whom is it mailed? Give a mail address.</source>
        <translation>To whom is it mailed? Give a mail address.</translation>
    </message>
    <message>
        <source>Write what is mailed to the requester.</source>
        <translation>Write what is mailed to the requester.</translation>
    </message>
</context>
<context>
    <name>deskhand::NotificationDelegate</name>
    <message>
        <source>new</source>
        <comment>a notification that was not seen</comment>
        <translation>new</translation>
    </message>
</context>
<context>
    <name>deskhand::NotificationModel</name>
    <message>
        <source>%1 of #%2 was missed</source>
        <comment>a target and a ticket&apos;s number</comment>
        <translation>%1 of #%2 was missed</translation>
    </message>
    <message>
        <source>%1 of #%2: %3</source>
        <comment>a target, a ticket&apos;s number, and a warning as “at 75 %”</comment>
        <translation>%1 of #%2: %3</translation>
    </message>
    <message>
        <source>#%1 %2</source>
        <comment>number and subject of a ticket</comment>
        <translation>#%1 %2</translation>
    </message>
    <message>
        <source>%1 was missed</source>
        <comment>a target</comment>
        <translation>%1 was missed</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a target, and a warning as “at 75 %”</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>was due %1</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>Not seen</translation>
    </message>
</context>
<context>
    <name>deskhand::NotificationsWindow</name>
    <message>
        <source>Mark all as seen</source>
        <translation>Mark all as seen</translation>
    </message>
    <message>
        <source>Mark as seen</source>
        <translation>Mark as seen</translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation>Open the ticket</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Nothing to tell</source>
        <translation>Nothing to tell</translation>
    </message>
    <message>
        <source>When the time that was promised for a ticket runs out or has run out, the people whom its policy names are told here.</source>
        <translation>When the time that was promised for a ticket runs out or has run out, the people whom its policy names are told here.</translation>
    </message>
    <message>
        <source>&amp;Notifications…</source>
        <translation>&amp;Notifications…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>Mark all notifications as &amp;seen</source>
        <translation>Mark all notifications as &amp;seen</translation>
    </message>
</context>
<context>
    <name>deskhand::OAuthSignIn</name>
    <message>
        <source>There is nothing here.</source>
        <translation>There is nothing here.</translation>
    </message>
    <message>
        <source>This is not the answer that Deskhand waits for.</source>
        <translation>This is not the answer that Deskhand waits for.</translation>
    </message>
    <message>
        <source>Deskhand may use the mailbox now. You can close this page.</source>
        <translation>Deskhand may use the mailbox now. You can close this page.</translation>
    </message>
    <message>
        <source>Deskhand was not allowed to use the mailbox. You can close this page.</source>
        <translation>Deskhand was not allowed to use the mailbox. You can close this page.</translation>
    </message>
</context>
<context>
    <name>deskhand::OutboxModel</name>
    <message>
        <source>to %1</source>
        <translation>to %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n other(s)</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>Acknowledgement %1</source>
        <comment>… to somebody</comment>
        <translation>Acknowledgement %1</translation>
    </message>
    <message>
        <source>%1: %2, %3, written %4</source>
        <comment>state of a mail, ticket and subject, recipients, when</comment>
        <translation>%1: %2, %3, written %4</translation>
    </message>
</context>
<context>
    <name>deskhand::OutboxWindow</name>
    <message>
        <source>Open the ticket</source>
        <translation>Open the ticket</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Send later</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>&amp;Outbox…</source>
        <translation>&amp;Outbox…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>What the mail servers said</source>
        <translation>What the mail servers said</translation>
    </message>
    <message>
        <source>Nothing is on its way</source>
        <translation>Nothing is on its way</translation>
    </message>
    <message>
        <source>Replies wait here until they are sent, so that they can be taken back. What a mail server puts off or refuses stays here for seven days.</source>
        <translation>Replies wait here until they are sent, so that they can be taken back. What a mail server puts off or refuses stays here for seven days.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
</context>
<context>
    <name>deskhand::OwnLanguage</name>
    <message>
        <source>That of the computer that sends them</source>
        <translation>That of the computer that sends them</translation>
    </message>
</context>
<context>
    <name>deskhand::OwnLanguagePage</name>
    <message>
        <source>Saved.</source>
        <translation>Saved.</translation>
    </message>
    <message>
        <source>Language of my reports</source>
        <translation>Language of my reports</translation>
    </message>
    <message>
        <source>Reports that are mailed to you come in this language, with its numbers and dates. The desk keeps it with your name, so it holds on every computer.</source>
        <translation>Reports that are mailed to you come in this language, with its numbers and dates. The desk keeps it with your name, so it holds on every computer.</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>It was not saved.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>language</translation>
    </message>
    <message>
        <source>reports</source>
        <translation>reports</translation>
    </message>
    <message>
        <source>German</source>
        <translation>German</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>My language</source>
        <translation>My language</translation>
    </message>
</context>
<context>
    <name>deskhand::PaletteModel</name>
    <message>
        <source>Recent</source>
        <translation>Recent</translation>
    </message>
</context>
<context>
    <name>deskhand::PasswordDialog</name>
    <message>
        <source>Keep it in this computer&apos;s &amp;keychain</source>
        <translation>Keep it in this computer&apos;s &amp;keychain</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Password for “%1”</source>
        <translation>Password for “%1”</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Open</translation>
    </message>
</context>
<context>
    <name>deskhand::PersonPaletteSource</name>
    <message>
        <source>People</source>
        <translation>People</translation>
    </message>
</context>
<context>
    <name>deskhand::PoliciesPage</name>
    <message>
        <source>The policies were not changed.</source>
        <translation>The policies were not changed.</translation>
    </message>
    <message>
        <source>Add a policy…</source>
        <translation>Add a policy…</translation>
    </message>
    <message>
        <source>SLA</source>
        <translation>SLA</translation>
    </message>
    <message>
        <source>service level</source>
        <translation>service level</translation>
    </message>
    <message>
        <source>response time</source>
        <translation>response time</translation>
    </message>
    <message>
        <source>resolution time</source>
        <translation>resolution time</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>warning</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>escalation</translation>
    </message>
    <message>
        <source>what if</source>
        <translation>what if</translation>
    </message>
    <message>
        <source>OLA</source>
        <translation>OLA</translation>
    </message>
    <message>
        <source>The order is not saved yet.</source>
        <translation>The order is not saved yet.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Back to the saved order</source>
        <translation>Back to the saved order</translation>
    </message>
    <message>
        <source>Save the order…</source>
        <translation>Save the order…</translation>
    </message>
    <message>
        <source>The first policy whose condition a ticket satisfies is the one that it goes by. Drag them, or move them with Ctrl+Up and Ctrl+Down.</source>
        <translation>The first policy whose condition a ticket satisfies is the one that it goes by. Drag them, or move them with Ctrl+Up and Ctrl+Down.</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Edit…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplicate…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Disable</translation>
    </message>
    <message>
        <source>Try it earlier</source>
        <translation>Try it earlier</translation>
    </message>
    <message>
        <source>Try it later</source>
        <translation>Try it later</translation>
    </message>
    <message>
        <source>Try it earlier (Ctrl+Up)</source>
        <translation>Try it earlier (Ctrl+Up)</translation>
    </message>
    <message>
        <source>Try it later (Ctrl+Down)</source>
        <translation>Try it later (Ctrl+Down)</translation>
    </message>
    <message>
        <source>SLA policies in their order</source>
        <translation>SLA policies in their order</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Stop re-timing tickets</source>
        <translation>Stop re-timing tickets</translation>
    </message>
    <message>
        <source>Nothing is promised yet</source>
        <translation>Nothing is promised yet</translation>
    </message>
    <message>
        <source>A policy says within which time tickets are answered and solved, and who is told before it is too late.</source>
        <translation>A policy says within which time tickets are answered and solved, and who is told before it is too late.</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Enable</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>what is done, how far it is</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Enable %1</source>
        <translation>Enable %1</translation>
    </message>
    <message>
        <source>Disable %1</source>
        <translation>Disable %1</translation>
    </message>
    <message>
        <source>Another order of policies</source>
        <translation>Another order of policies</translation>
    </message>
    <message>
        <source>SLA policies</source>
        <translation>SLA policies</translation>
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
        <translation>All tickets, or: queue:network organization:&quot;Contoso&quot;</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>For tickets</source>
        <translation>For tickets</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>4h and 30m are working time, 2wd working days, 90m calendar counts round the clock; an empty cell promises nothing. A grey time is that of the others.</source>
        <translation>4h and 30m are working time, 2wd working days, 90m calendar counts round the clock; an empty cell promises nothing. A grey time is that of the others.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>What if…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Save…</translation>
    </message>
    <message>
        <source>&amp;Promises</source>
        <translation>&amp;Promises</translation>
    </message>
    <message>
        <source>Wa&amp;rnings and escalation</source>
        <translation>Wa&amp;rnings and escalation</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>&amp;Try it</translation>
    </message>
    <message>
        <source>The policy was not saved.</source>
        <translation>The policy was not saved.</translation>
    </message>
    <message>
        <source>That of the ticket&apos;s queue</source>
        <translation>That of the ticket&apos;s queue</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>New policy</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <translation>Policy %1</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>Free words cannot choose a policy reliably: ask for fields instead.</source>
        <translation>Free words cannot choose a policy reliably: ask for fields instead.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) match now; an earlier policy may take some of them.</source>
        <translation>
            <numerusform>%n ticket matches now; an earlier policy may take it.</numerusform>
            <numerusform>%n tickets match now; an earlier policy may take some of them.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new policy %1</source>
        <translation>The new policy %1</translation>
    </message>
    <message>
        <source>A new version of %1</source>
        <translation>A new version of %1</translation>
    </message>
    <message>
        <source>If %1 had always been so</source>
        <translation>If %1 had always been so</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Policy</translation>
    </message>
    <message>
        <source>Throw away what you changed?</source>
        <translation>Throw away what you changed?</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Throw away</translation>
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
        <translation>disabled</translation>
    </message>
    <message>
        <source>all tickets</source>
        <translation>all tickets</translation>
    </message>
</context>
<context>
    <name>deskhand::PolicyPresenter</name>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copy)</translation>
    </message>
    <message>
        <source>The policy needs a name.</source>
        <translation>The policy needs a name.</translation>
    </message>
    <message>
        <source>The condition cannot be read.</source>
        <translation>The condition cannot be read.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>a target, a priority: what is wrong</comment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>other priorities</source>
        <translation>other priorities</translation>
    </message>
    <message>
        <source>The condition of the level “%1” cannot be read.</source>
        <translation>The condition of the level “%1” cannot be read.</translation>
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
        <translation>%1 is writing a reply</translation>
    </message>
    <message>
        <source>%1 and %2 are writing replies</source>
        <translation>%1 and %2 are writing replies</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are writing replies</source>
        <translation>
            <numerusform>%1 and %n other are writing replies</numerusform>
            <numerusform>%1 and %n others are writing replies</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is looking at this</source>
        <translation>%1 is looking at this</translation>
    </message>
    <message>
        <source>%1 and %2 are looking at this</source>
        <translation>%1 and %2 are looking at this</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n other(s) are looking at this</source>
        <translation>
            <numerusform>%1 and %n other are looking at this</numerusform>
            <numerusform>%1 and %n others are looking at this</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::PreviewDialog</name>
    <message>
        <source>Save as…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Reading…</translation>
    </message>
    <message>
        <source>only the beginning is shown</source>
        <translation>only the beginning is shown</translation>
    </message>
</context>
<context>
    <name>deskhand::Program</name>
    <message>
        <source>&amp;Open another desk…</source>
        <translation>&amp;Open another desk…</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Desk</translation>
    </message>
    <message>
        <source>The demo desk was not made.</source>
        <translation>The demo desk was not made.</translation>
    </message>
    <message>
        <source>Making a demo desk</source>
        <translation>Making a demo desk</translation>
    </message>
    <message>
        <source>%1 of %2 tickets</source>
        <translation>%1 of %2 tickets</translation>
    </message>
    <message>
        <source>The desk was not made.</source>
        <translation>The desk was not made.</translation>
    </message>
    <message>
        <source>%1 was not opened.</source>
        <translation>%1 was not opened.</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Not sent yet</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of yours have not reached the desk.</source>
        <translation>
            <numerusform>%n change of yours has not reached the desk.</numerusform>
            <numerusform>%n changes of yours have not reached the desk.</numerusform>
        </translation>
    </message>
    <message>
        <source>Replies, notes and new tickets among them are kept as drafts and can be sent the next time. Other changes are lost when you leave now.</source>
        <translation>Replies, notes and new tickets among them are kept as drafts and can be sent the next time. Other changes are lost when you leave now.</translation>
    </message>
    <message>
        <source>Wait for the desk</source>
        <translation>Wait for the desk</translation>
    </message>
    <message>
        <source>Leave now</source>
        <translation>Leave now</translation>
    </message>
    <message>
        <source>Mail has not left yet</source>
        <translation>Mail has not left yet</translation>
    </message>
    <message numerus="yes">
        <source>%n mail(s) that you have just sent still wait.</source>
        <translation>
            <numerusform>%n mail that you have just sent still waits.</numerusform>
            <numerusform>%n mails that you have just sent still wait.</numerusform>
        </translation>
    </message>
    <message>
        <source>This program sends the mail of this desk. What waits is kept: it leaves when Deskhand runs the next time, and can be taken back until then.</source>
        <translation>This program sends the mail of this desk. What waits is kept: it leaves when Deskhand runs the next time, and can be taken back until then.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>The copy on this computer could not be removed.</source>
        <translation>The copy on this computer could not be removed.</translation>
    </message>
    <message>
        <source>My &amp;account…</source>
        <translation>My &amp;account…</translation>
    </message>
    <message>
        <source>“%1” was removed from this computer</source>
        <translation>“%1” was removed from this computer</translation>
    </message>
</context>
<context>
    <name>deskhand::PropertiesForm</name>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Came by</source>
        <translation>Came by</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Solved</source>
        <translation>Solved</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Add a tag…</source>
        <translation>Add a tag…</translation>
    </message>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Work</translation>
    </message>
</context>
<context>
    <name>deskhand::QueueMailPage</name>
    <message>
        <source>The queue was not changed.</source>
        <translation>The queue was not changed.</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>follow-up</translation>
    </message>
    <message>
        <source>reopen</source>
        <translation>reopen</translation>
    </message>
    <message>
        <source>acknowledgement</source>
        <translation>acknowledgement</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>sender</translation>
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
        <translation>Replies leave by</translation>
    </message>
    <message>
        <source>Acknowledges</source>
        <translation>Acknowledges</translation>
    </message>
    <message>
        <source>A late answer</source>
        <translation>A late answer</translation>
    </message>
    <message>
        <source>Acknowledge new tickets</source>
        <translation>Acknowledge new tickets</translation>
    </message>
    <message>
        <source>Reopens the ticket for some days, then opens a new one</source>
        <translation>Reopens the ticket for some days, then opens a new one</translation>
    </message>
    <message>
        <source>Always reopens the ticket</source>
        <translation>Always reopens the ticket</translation>
    </message>
    <message>
        <source>Opens a new ticket, linked to the closed one</source>
        <translation>Opens a new ticket, linked to the closed one</translation>
    </message>
    <message>
        <source> days</source>
        <translation> days</translation>
    </message>
    <message>
        <source>Those that come by mail, where there is a text for it: see “Texts”.</source>
        <translation>Those that come by mail, where there is a text for it: see “Texts”.</translation>
    </message>
    <message>
        <source>To a ticket that is closed. One that is only solved is reopened. A mail that says thank you and nothing else changes no state.</source>
        <translation>To a ticket that is closed. One that is only solved is reopened. A mail that says thank you and nothing else changes no state.</translation>
    </message>
    <message>
        <source>Reopens for</source>
        <translation>Reopens for</translation>
    </message>
    <message>
        <source>After closing.</source>
        <translation>After closing.</translation>
    </message>
    <message>
        <source>For administrators</source>
        <translation>For administrators</translation>
    </message>
    <message>
        <source>What queues do with mail is set by the administrators of this desk: %1.</source>
        <translation>What queues do with mail is set by the administrators of this desk: %1.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>The mailbox of %1</source>
        <translation>The mailbox of %1</translation>
    </message>
    <message>
        <source>The first mailbox that sends</source>
        <translation>The first mailbox that sends</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Queues and mail</source>
        <translation>Queues and mail</translation>
    </message>
</context>
<context>
    <name>deskhand::QueuedCommandModel</name>
    <message>
        <source>Waits to be sent</source>
        <translation>Waits to be sent</translation>
    </message>
    <message>
        <source>Being sent, attempt %1</source>
        <translation>Being sent, attempt %1</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>Being sent</translation>
    </message>
    <message>
        <source>Held: there are messages that you had not seen</source>
        <translation>Held: there are messages that you had not seen</translation>
    </message>
    <message>
        <source>Conflict with %1</source>
        <translation>Conflict with %1</translation>
    </message>
    <message>
        <source>Refused: you may not do this (any more)</source>
        <translation>Refused: you may not do this (any more)</translation>
    </message>
    <message>
        <source>Refused: it is no longer there for you</source>
        <translation>Refused: it is no longer there for you</translation>
    </message>
    <message>
        <source>Refused: somebody was faster</source>
        <translation>Refused: somebody was faster</translation>
    </message>
    <message>
        <source>Refused: the service does not accept it</source>
        <translation>Refused: the service does not accept it</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>It is sent as soon as the service can be reached, and done once.</source>
        <translation>It is sent as soon as the service can be reached, and done once.</translation>
    </message>
    <message>
        <source>Somebody wrote in the ticket before your text arrived. It was not posted: read what is new, then post it as it is, or take the text and write anew.</source>
        <translation>Somebody wrote in the ticket before your text arrived. It was not posted: read what is new, then post it as it is, or take the text and write anew.</translation>
    </message>
    <message>
        <source>Somebody had set the same before your change arrived. Theirs stays until you say otherwise.</source>
        <translation>Somebody had set the same before your change arrived. Theirs stays until you say otherwise.</translation>
    </message>
    <message>
        <source>The service did not do it. What you wrote is here, word by word; giving it up takes it away.</source>
        <translation>The service did not do it. What you wrote is here, word by word; giving it up takes it away.</translation>
    </message>
    <message>
        <source>Post anyway</source>
        <translation>Post anyway</translation>
    </message>
    <message>
        <source>Set mine</source>
        <translation>Set mine</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Keep theirs</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Do not send</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Give it up</translation>
    </message>
    <message>
        <source>The service says: %1</source>
        <translation>The service says: %1</translation>
    </message>
    <message>
        <source>The service fails at it again and again. What you wrote is here, word by word; before you give it up, look whether it has been done.</source>
        <translation>The service fails at it again and again. What you wrote is here, word by word; before you give it up, look whether it has been done.</translation>
    </message>
</context>
<context>
    <name>deskhand::ReconciliationView</name>
    <message>
        <source>Less</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>Each number…</source>
        <translation>Each number…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>seen</translation>
    </message>
</context>
<context>
    <name>deskhand::RelatedCard</name>
    <message>
        <source>Follows up</source>
        <translation>Follows up</translation>
    </message>
    <message>
        <source>Followed up by</source>
        <translation>Followed up by</translation>
    </message>
    <message>
        <source>Split off from</source>
        <translation>Split off from</translation>
    </message>
    <message>
        <source>Split off from here</source>
        <translation>Split off from here</translation>
    </message>
    <message>
        <source>Merged by %1, %2</source>
        <translation>Merged by %1, %2</translation>
    </message>
    <message>
        <source>Merged %1</source>
        <translation>Merged %1</translation>
    </message>
    <message>
        <source>Unmerge…</source>
        <translation>Unmerge…</translation>
    </message>
    <message>
        <source>Unmerge #%1</source>
        <translation>Unmerge #%1</translation>
    </message>
</context>
<context>
    <name>deskhand::ReminderTimes</name>
    <message>
        <source>In 3 hours</source>
        <translation>In 3 hours</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Tomorrow morning</translation>
    </message>
    <message>
        <source>In 2 days</source>
        <translation>In 2 days</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>Next Monday</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In a week</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>In two weeks</translation>
    </message>
    <message>
        <source>Without a reminder</source>
        <translation>Without a reminder</translation>
    </message>
    <message>
        <source>Today 17:00</source>
        <translation>Today 17:00</translation>
    </message>
    <message>
        <source>Tomorrow 17:00</source>
        <translation>Tomorrow 17:00</translation>
    </message>
    <message>
        <source>Friday 17:00</source>
        <translation>Friday 17:00</translation>
    </message>
    <message>
        <source>Monday 17:00</source>
        <translation>Monday 17:00</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>In a month</translation>
    </message>
    <message>
        <source>No due date</source>
        <translation>No due date</translation>
    </message>
    <message>
        <source>In 1 hour</source>
        <translation>In 1 hour</translation>
    </message>
    <message>
        <source>Today 18:00</source>
        <translation>Today 18:00</translation>
    </message>
    <message>
        <source>Tomorrow 08:00</source>
        <translation>Tomorrow 08:00</translation>
    </message>
    <message>
        <source>Monday 08:00</source>
        <translation>Monday 08:00</translation>
    </message>
</context>
<context>
    <name>deskhand::ReplyQuote</name>
    <message>
        <source>On %1, %2 wrote:</source>
        <translation>On %1, %2 wrote:</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportBuilderDialog</name>
    <message>
        <source>S&amp;hared with every agent</source>
        <translation>S&amp;hared with every agent</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>All tickets, or: queue:finance owner:&quot;Sarah Lind&quot;</source>
        <translation>All tickets, or: queue:finance owner:&quot;Sarah Lind&quot;</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>&amp;Measure</translation>
    </message>
    <message>
        <source>&amp;Told as</source>
        <translation>&amp;Told as</translation>
    </message>
    <message>
        <source>&amp;Counting</source>
        <translation>&amp;Counting</translation>
    </message>
    <message>
        <source>&amp;Variant</source>
        <translation>&amp;Variant</translation>
    </message>
    <message>
        <source>Reopened within &amp;days</source>
        <translation>Reopened within &amp;days</translation>
    </message>
    <message>
        <source>&amp;Split by</source>
        <translation>&amp;Split by</translation>
    </message>
    <message>
        <source>&amp;and by</source>
        <translation>&amp;and by</translation>
    </message>
    <message>
        <source>Which tickets</source>
        <translation>Which tickets</translation>
    </message>
    <message>
        <source>&amp;Which tickets</source>
        <translation>&amp;Which tickets</translation>
    </message>
    <message>
        <source>&amp;Period</source>
        <translation>&amp;Period</translation>
    </message>
    <message>
        <source>C&amp;ompared with</source>
        <translation>C&amp;ompared with</translation>
    </message>
    <message>
        <source>Which other tickets</source>
        <translation>Which other tickets</translation>
    </message>
    <message>
        <source>Whic&amp;h others</source>
        <translation>Whic&amp;h others</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>P&amp;icture</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Report on the dashboard</source>
        <translation>Report on the dashboard</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>New report</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>&amp;Take</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>Between two days…</translation>
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
        <translation>The condition is not complete.</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportCard</name>
    <message>
        <source>Menu of “%1”</source>
        <translation>Menu of “%1”</translation>
    </message>
    <message>
        <source>What can be done with this report</source>
        <translation>What can be done with this report</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a report and its number</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Open the tickets behind it</source>
        <translation>Open the tickets behind it</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>&amp;Open its tickets</source>
        <translation>&amp;Open its tickets</translation>
    </message>
    <message>
        <source>&amp;How it is counted</source>
        <translation>&amp;How it is counted</translation>
    </message>
    <message>
        <source>&amp;Count again</source>
        <translation>&amp;Count again</translation>
    </message>
    <message>
        <source>&amp;Edit report…</source>
        <translation>&amp;Edit report…</translation>
    </message>
    <message>
        <source>&amp;Remove from the dashboard</source>
        <translation>&amp;Remove from the dashboard</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportCardPresenter</name>
    <message>
        <source>Only what is on this computer</source>
        <translation>Only what is on this computer</translation>
    </message>
    <message>
        <source>Not up to date: the desk could not be asked</source>
        <translation>Not up to date: the desk could not be asked</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not counted yet</source>
        <translation>
            <numerusform>%n change not counted yet</numerusform>
            <numerusform>%n changes not counted yet</numerusform>
        </translation>
    </message>
    <message>
        <source>Only admins, leads and managers of queues may compare people.</source>
        <translation>Only admins, leads and managers of queues may compare people.</translation>
    </message>
    <message>
        <source>The desk cannot be reached.</source>
        <translation>The desk cannot be reached.</translation>
    </message>
    <message>
        <source>The report could not be made.</source>
        <translation>The report could not be made.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>median, last 30 days</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>of %n ticket(s), also those not ended yet</source>
        <translation>
            <numerusform>of %n ticket, also if not ended yet</numerusform>
            <numerusform>of %n tickets, also those not ended yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::ReportFilterBar</name>
    <message>
        <source>Between two days</source>
        <translation>Between two days</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;From</translation>
    </message>
    <message>
        <source>&amp;To, with that day</source>
        <translation>&amp;To, with that day</translation>
    </message>
    <message>
        <source>Filter of the dashboard</source>
        <translation>Filter of the dashboard</translation>
    </message>
    <message>
        <source>No filter</source>
        <translation>No filter</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>Each card&apos;s period</source>
        <translation>Each card&apos;s period</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>All queues</source>
        <translation>All queues</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Everybody</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>All categories</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>All priorities</source>
        <translation>All priorities</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>All channels</source>
        <translation>All channels</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Zone of the desk</source>
        <translation>Zone of the desk</translation>
    </message>
    <message>
        <source>Each card&apos;s own</source>
        <translation>Each card&apos;s own</translation>
    </message>
    <message>
        <source>Between two days…</source>
        <translation>Between two days…</translation>
    </message>
    <message>
        <source>Queue, with those below it</source>
        <translation>Queue, with those below it</translation>
    </message>
    <message>
        <source>Category, with those below it</source>
        <translation>Category, with those below it</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportPaper</name>
    <message>
        <source>%1 at %2 (%3)</source>
        <comment>a date, a time and its zone</comment>
        <translation>%1 at %2 (%3)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>subject of a report&apos;s mail: its name and date</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>format of a date</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>Trial: %1</source>
        <translation>Trial: %1</translation>
    </message>
    <message>
        <source>Only admins, leads and managers of queues may compare people.</source>
        <translation>Only admins, leads and managers of queues may compare people.</translation>
    </message>
    <message>
        <source>The report could not be made.</source>
        <translation>The report could not be made.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a period and its dates</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln ticket(s)</source>
        <translation>
            <numerusform>%Ln ticket</numerusform>
            <numerusform>%Ln tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) not counted yet</source>
        <translation>
            <numerusform>%Ln change not counted yet</numerusform>
            <numerusform>%Ln changes not counted yet</numerusform>
        </translation>
    </message>
    <message>
        <source>This is a trial that you have asked for yourself.</source>
        <translation>This is a trial that you have asked for yourself.</translation>
    </message>
    <message>
        <source>You get this because “%1” is mailed to you %2.</source>
        <translation>You get this because “%1” is mailed to you %2.</translation>
    </message>
    <message>
        <source>Counted are the tickets that you may see.</source>
        <translation>Counted are the tickets that you may see.</translation>
    </message>
    <message>
        <source>In Deskhand, under Reports, every number of “%1” opens its tickets.</source>
        <translation>In Deskhand, under Reports, every number of “%1” opens its tickets.</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportSendings</name>
    <message>
        <source>somebody</source>
        <translation>somebody</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message>
        <source>it is tried again</source>
        <translation>it is tried again</translation>
    </message>
    <message>
        <source>it is tried again: %1</source>
        <translation>it is tried again: %1</translation>
    </message>
    <message>
        <source>it came back</source>
        <translation>it came back</translation>
    </message>
    <message>
        <source>it came back: %1</source>
        <translation>it came back: %1</translation>
    </message>
    <message>
        <source>no longer an active agent</source>
        <translation>no longer an active agent</translation>
    </message>
    <message>
        <source>there is no address</source>
        <translation>there is no address</translation>
    </message>
    <message>
        <source>the address is one of the desk&apos;s own mailboxes</source>
        <translation>the address is one of the desk&apos;s own mailboxes</translation>
    </message>
    <message>
        <source>no mailbox sends</source>
        <translation>no mailbox sends</translation>
    </message>
    <message>
        <source>the report was deleted, or is not shared any more</source>
        <translation>the report was deleted, or is not shared any more</translation>
    </message>
    <message>
        <source>they may see nothing of it</source>
        <translation>they may see nothing of it</translation>
    </message>
    <message>
        <source>the mail could not be made; the log of the jobs says why</source>
        <translation>the mail could not be made; the log of the jobs says why</translation>
    </message>
    <message>
        <source>it could not be sent</source>
        <translation>it could not be sent</translation>
    </message>
    <message>
        <source>not to %1: %2</source>
        <translation>not to %1: %2</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <translation>sent to %1</translation>
    </message>
    <message>
        <source>on its way to %1</source>
        <translation>on its way to %1</translation>
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
        <translation>The saved reports could not be read.</translation>
    </message>
    <message>
        <source>“%1” was not saved.</source>
        <translation>“%1” was not saved.</translation>
    </message>
    <message>
        <source>It was not deleted.</source>
        <translation>It was not deleted.</translation>
    </message>
    <message>
        <source>off</source>
        <comment>a schedule</comment>
        <translation>off</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>shared</translation>
    </message>
    <message>
        <source>Dashboards</source>
        <translation>Dashboards</translation>
    </message>
    <message>
        <source>My reports</source>
        <translation>My reports</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>Sent by mail</source>
        <translation>Sent by mail</translation>
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
        <translation>SLA compliance</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Speed</translation>
    </message>
    <message>
        <source>Backlog and age</source>
        <translation>Backlog and age</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Categories</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Quality</translation>
    </message>
    <message>
        <source>What was promised and kept, and what is about to be missed</source>
        <translation>What was promised and kept, and what is about to be missed</translation>
    </message>
    <message>
        <source>What comes in and what is done, when and by which way</source>
        <translation>What comes in and what is done, when and by which way</translation>
    </message>
    <message>
        <source>How long people wait for a word and for a solution</source>
        <translation>How long people wait for a word and for a solution</translation>
    </message>
    <message>
        <source>What is unsolved, and for how long</source>
        <translation>What is unsolved, and for how long</translation>
    </message>
    <message>
        <source>Who has how much on their desk</source>
        <translation>Who has how much on their desk</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>What it is about</translation>
    </message>
    <message>
        <source>What came back, went round, or did not arrive</source>
        <translation>What came back, went round, or did not arrive</translation>
    </message>
    <message>
        <source>Kept today</source>
        <translation>Kept today</translation>
    </message>
    <message>
        <source>Kept this week</source>
        <translation>Kept this week</translation>
    </message>
    <message>
        <source>Kept this month</source>
        <translation>Kept this month</translation>
    </message>
    <message>
        <source>At risk now</source>
        <translation>At risk now</translation>
    </message>
    <message>
        <source>At risk now, by queue</source>
        <translation>At risk now, by queue</translation>
    </message>
    <message>
        <source>Promises kept, day by day</source>
        <translation>Promises kept, day by day</translation>
    </message>
    <message>
        <source>Met and missed by target</source>
        <translation>Met and missed by target</translation>
    </message>
    <message>
        <source>Why promises were missed</source>
        <translation>Why promises were missed</translation>
    </message>
    <message>
        <source>Met and missed by priority</source>
        <translation>Met and missed by priority</translation>
    </message>
    <message>
        <source>Met and missed by policy</source>
        <translation>Met and missed by policy</translation>
    </message>
    <message>
        <source>When tickets come in</source>
        <translation>When tickets come in</translation>
    </message>
    <message>
        <source>How first responses are spread</source>
        <translation>How first responses are spread</translation>
    </message>
    <message>
        <source>How resolutions are spread</source>
        <translation>How resolutions are spread</translation>
    </message>
    <message>
        <source>Resolution without waiting, by queue</source>
        <translation>Resolution without waiting, by queue</translation>
    </message>
    <message>
        <source>Nine of ten are younger than</source>
        <translation>Nine of ten are younger than</translation>
    </message>
    <message>
        <source>From state to state</source>
        <translation>From state to state</translation>
    </message>
    <message>
        <source>Tickets opened</source>
        <translation>Tickets opened</translation>
    </message>
    <message>
        <source>Solves</source>
        <translation>Solves</translation>
    </message>
    <message>
        <source>Tickets solved</source>
        <translation>Tickets solved</translation>
    </message>
    <message>
        <source>Reopenings</source>
        <translation>Reopenings</translation>
    </message>
    <message>
        <source>Tickets reopened</source>
        <translation>Tickets reopened</translation>
    </message>
    <message>
        <source>Backlog</source>
        <translation>Backlog</translation>
    </message>
    <message>
        <source>Age of the backlog</source>
        <translation>Age of the backlog</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>First response</translation>
    </message>
    <message>
        <source>Next response</source>
        <translation>Next response</translation>
    </message>
    <message>
        <source>Resolution time</source>
        <translation>Resolution time</translation>
    </message>
    <message>
        <source>Time to the first solution</source>
        <translation>Time to the first solution</translation>
    </message>
    <message>
        <source>First-contact resolution</source>
        <translation>First-contact resolution</translation>
    </message>
    <message>
        <source>Reopen rate</source>
        <translation>Reopen rate</translation>
    </message>
    <message>
        <source>Touches</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Transfers</source>
        <translation>Transfers</translation>
    </message>
    <message>
        <source>Reassignments</source>
        <translation>Reassignments</translation>
    </message>
    <message>
        <source>Escalations</source>
        <translation>Escalations</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Load</translation>
    </message>
    <message>
        <source>Bounced mails</source>
        <translation>Bounced mails</translation>
    </message>
    <message>
        <source>Changes of state</source>
        <translation>Changes of state</translation>
    </message>
    <message>
        <source>Tickets that were opened in the period, whatever became of them.</source>
        <translation>Tickets that were opened in the period, whatever became of them.</translation>
    </message>
    <message>
        <source>How often tickets became solved or closed in the period. A ticket that was solved twice counts twice.</source>
        <translation>How often tickets became solved or closed in the period. A ticket that was solved twice counts twice.</translation>
    </message>
    <message>
        <source>Tickets that became solved or closed in the period at least once, each once, also if they were reopened later.</source>
        <translation>Tickets that became solved or closed in the period at least once, each once, also if they were reopened later.</translation>
    </message>
    <message>
        <source>How often a solved or closed ticket became unresolved in the period.</source>
        <translation>How often a solved or closed ticket became unresolved in the period.</translation>
    </message>
    <message>
        <source>Tickets that were solved or closed and became unresolved in the period, each once.</source>
        <translation>Tickets that were solved or closed and became unresolved in the period, each once.</translation>
    </message>
    <message>
        <source>Tickets that had been opened and were not solved at the end of each span, found by replaying their history, not by today&apos;s state.</source>
        <translation>Tickets that had been opened and were not solved at the end of each span, found by replaying their history, not by today&apos;s state.</translation>
    </message>
    <message>
        <source>Of the tickets unresolved at the end of the period: the time since they were opened.</source>
        <translation>Of the tickets unresolved at the end of the period: the time since they were opened.</translation>
    </message>
    <message>
        <source>Of tickets that a customer opened in the period: the time until the first public reply or call of an agent. Automatic answers do not count.</source>
        <translation>Of tickets that a customer opened in the period: the time until the first public reply or call of an agent. Automatic answers do not count.</translation>
    </message>
    <message>
        <source>Of messages that customers wrote in the period after the first response: the time until the next public reply or call of an agent. Of several messages in a row the oldest counts.</source>
        <translation>Of messages that customers wrote in the period after the first response: the time until the next public reply or call of an agent. Of several messages in a row the oldest counts.</translation>
    </message>
    <message>
        <source>Of tickets whose last solve is in the period and that are still solved: the time from the opening to that solve.</source>
        <translation>Of tickets whose last solve is in the period and that are still solved: the time from the opening to that solve.</translation>
    </message>
    <message>
        <source>Of tickets whose first solve is in the period: the time from the opening to it, also if they were reopened later.</source>
        <translation>Of tickets whose first solve is in the period: the time from the opening to it, also if they were reopened later.</translation>
    </message>
    <message>
        <source>Of the promised times that were met or missed in the period: the share that was met. A target that is missed counts on the day it was missed, also while it goes on. Cancelled ones do not count; running ones do not count until they are over.</source>
        <translation>Of the promised times that were met or missed in the period: the share that was met. A target that is missed counts on the day it was missed, also while it goes on. Cancelled ones do not count; running ones do not count until they are over.</translation>
    </message>
    <message numerus="yes">
        <source>Of the tickets solved in the period: those that a customer opened, with exactly one public reply or call of an agent until the solve, and that no word of the requester reopened within %n day(s).</source>
        <translation>
            <numerusform>Of the tickets solved in the period: those that a customer opened, with exactly one public reply or call of an agent until the solve, and that no word of the requester reopened within %n day.</numerusform>
            <numerusform>Of the tickets solved in the period: those that a customer opened, with exactly one public reply or call of an agent until the solve, and that no word of the requester reopened within %n days.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the tickets solved in the period: those with fewer than two public replies, also none.</source>
        <translation>Of the tickets solved in the period: those with fewer than two public replies, also none.</translation>
    </message>
    <message>
        <source>Of the tickets solved in the period: those with exactly one public reply.</source>
        <translation>Of the tickets solved in the period: those with exactly one public reply.</translation>
    </message>
    <message numerus="yes">
        <source>Of the tickets solved in the period: those that the requester reopened within %n day(s). Counted on the day of the solve, so young days can still rise.</source>
        <translation>
            <numerusform>Of the tickets solved in the period: those that the requester reopened within %n day. Counted on the day of the solve, so young days can still rise.</numerusform>
            <numerusform>Of the tickets solved in the period: those that the requester reopened within %n days. Counted on the day of the solve, so young days can still rise.</numerusform>
        </translation>
    </message>
    <message>
        <source>Public replies, calls and internal notes that agents wrote in the period.</source>
        <translation>Public replies, calls and internal notes that agents wrote in the period.</translation>
    </message>
    <message>
        <source>How often tickets went from one queue to another in the period.</source>
        <translation>How often tickets went from one queue to another in the period.</translation>
    </message>
    <message>
        <source>How often tickets went from one owner to another in the period. Taking a ticket that nobody had is none.</source>
        <translation>How often tickets went from one owner to another in the period. Taking a ticket that nobody had is none.</translation>
    </message>
    <message>
        <source>Levels of SLA policies that were reached in the period.</source>
        <translation>Levels of SLA policies that were reached in the period.</translation>
    </message>
    <message>
        <source>Unresolved tickets that somebody owned at the end of each span, found by replaying their history.</source>
        <translation>Unresolved tickets that somebody owned at the end of each span, found by replaying their history.</translation>
    </message>
    <message>
        <source>Mails of the period that did not reach one of their recipients.</source>
        <translation>Mails of the period that did not reach one of their recipients.</translation>
    </message>
    <message>
        <source>Changes from one state to another in the period.</source>
        <translation>Changes from one state to another in the period.</translation>
    </message>
    <message>
        <source>What was cancelled; what still runs and is not late. Tickets that were merged away end their targets without a verdict, unless those had been missed.</source>
        <translation>What was cancelled; what still runs and is not late. Tickets that were merged away end their targets without a verdict, unless those had been missed.</translation>
    </message>
    <message>
        <source>What was solved or merged without an answer. What nobody has answered yet is in no time; how many those are is said beside the number.</source>
        <translation>What was solved or merged without an answer. What nobody has answered yet is in no time; how many those are is said beside the number.</translation>
    </message>
    <message>
        <source>Tickets that were merged into others; tickets that are not solved.</source>
        <translation>Tickets that were merged into others; tickets that are not solved.</translation>
    </message>
    <message>
        <source>Tickets that had been merged into others.</source>
        <translation>Tickets that had been merged into others.</translation>
    </message>
    <message>
        <source>Merging a ticket into another, which is no solve.</source>
        <translation>Merging a ticket into another, which is no solve.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Average</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>90th percentile</source>
        <translation>90th percentile</translation>
    </message>
    <message>
        <source>95th percentile</source>
        <translation>95th percentile</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Queue at the time</source>
        <translation>Queue at the time</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Owner at the time</source>
        <translation>Owner at the time</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Priority at the time</source>
        <translation>Priority at the time</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organization</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>SLA policy</source>
        <translation>SLA policy</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Target</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>Reason of the breach</source>
        <translation>Reason of the breach</translation>
    </message>
    <message>
        <source>State before</source>
        <translation>State before</translation>
    </message>
    <message>
        <source>State after</source>
        <translation>State after</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>Weekday</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>Quarter</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Round the clock</source>
        <translation>Round the clock</translation>
    </message>
    <message>
        <source>In working hours</source>
        <translation>In working hours</translation>
    </message>
    <message>
        <source>Without the time spent waiting for others</source>
        <translation>Without the time spent waiting for others</translation>
    </message>
    <message>
        <source>one reply, not reopened</source>
        <translation>one reply, not reopened</translation>
    </message>
    <message>
        <source>fewer than two replies</source>
        <translation>fewer than two replies</translation>
    </message>
    <message>
        <source>exactly one reply</source>
        <translation>exactly one reply</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>The period before</source>
        <translation>The period before</translation>
    </message>
    <message>
        <source>The same a year ago</source>
        <translation>The same a year ago</translation>
    </message>
    <message>
        <source>Other tickets</source>
        <translation>Other tickets</translation>
    </message>
    <message>
        <source>Whatever suits</source>
        <translation>Whatever suits</translation>
    </message>
    <message>
        <source>Number only</source>
        <translation>Number only</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Bars</translation>
    </message>
    <message>
        <source>Stacked</source>
        <translation>Stacked</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heat map</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>Histogram</translation>
    </message>
    <message>
        <source>Survival curve</source>
        <translation>Survival curve</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Every day</translation>
    </message>
    <message>
        <source>Every week</source>
        <translation>Every week</translation>
    </message>
    <message>
        <source>Every month</source>
        <translation>Every month</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Last week</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>This month</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Last month</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>This quarter</translation>
    </message>
    <message>
        <source>Last quarter</source>
        <translation>Last quarter</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>This year</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>Last days</source>
        <translation>Last days</translation>
    </message>
    <message>
        <source>Between two days</source>
        <translation>Between two days</translation>
    </message>
    <message>
        <source>A report means the same for everybody: “me” and “unread” cannot be asked in it.</source>
        <translation>A report means the same for everybody: “me” and “unread” cannot be asked in it.</translation>
    </message>
    <message>
        <source>Free words cannot be counted. Use fields, such as subject:vpn.</source>
        <translation>Free words cannot be counted. Use fields, such as subject:vpn.</translation>
    </message>
    <message>
        <source>This measure cannot be split so.</source>
        <translation>This measure cannot be split so.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>The period ends before it begins.</translation>
    </message>
    <message>
        <source>Choose a period of up to ten years.</source>
        <translation>Choose a period of up to ten years.</translation>
    </message>
    <message>
        <source>This measure cannot be told so.</source>
        <translation>This measure cannot be told so.</translation>
    </message>
    <message>
        <source>There is no such time zone.</source>
        <translation>There is no such time zone.</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translation>It needs a name.</translation>
    </message>
    <message>
        <source>This report cannot be asked.</source>
        <translation>This report cannot be asked.</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 of %L2</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln value(s)</source>
        <translation>
            <numerusform>of %Ln value</numerusform>
            <numerusform>of %Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln still run(s)</source>
        <translation>
            <numerusform>%Ln still runs</numerusform>
            <numerusform>%Ln still run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not ended yet</source>
        <translation>
            <numerusform>%Ln not ended yet</numerusform>
            <numerusform>%Ln not ended yet</numerusform>
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
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from a date to another</comment>
        <translation>%1 – %2</translation>
    </message>
    <message numerus="yes">
        <source>Last %n day(s)</source>
        <translation>
            <numerusform>Last %n day</numerusform>
            <numerusform>Last %n days</numerusform>
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
        <translation>%1 by %2</translation>
    </message>
    <message>
        <source>%1 by %2 and %3</source>
        <translation>%1 by %2 and %3</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>Q%1 %2</source>
        <translation>Q%1 %2</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>No reason noted</source>
        <translation>No reason noted</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>the year before</source>
        <translation>the year before</translation>
    </message>
    <message>
        <source>all tickets</source>
        <translation>all tickets</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>the day before</source>
        <translation>the day before</translation>
    </message>
    <message>
        <source>the week before</source>
        <translation>the week before</translation>
    </message>
    <message>
        <source>the month before</source>
        <translation>the month before</translation>
    </message>
    <message>
        <source>the quarter before</source>
        <translation>the quarter before</translation>
    </message>
    <message numerus="yes">
        <source>the %n day(s) before</source>
        <translation>
            <numerusform>the %n day before</numerusform>
            <numerusform>the %n days before</numerusform>
        </translation>
    </message>
    <message>
        <source>the time before</source>
        <translation>the time before</translation>
    </message>
    <message>
        <source>nothing to compare in %1</source>
        <translation>nothing to compare in %1</translation>
    </message>
    <message>
        <source>as in %1</source>
        <translation>as in %1</translation>
    </message>
    <message>
        <source>%1 points</source>
        <comment>of percent</comment>
        <translation>%1 points</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 more than %2 (%3)</source>
        <translation>%1 more than %2 (%3)</translation>
    </message>
    <message>
        <source>%1 less than %2 (%3)</source>
        <translation>%1 less than %2 (%3)</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>How</source>
        <translation>How</translation>
    </message>
    <message>
        <source>, %1</source>
        <translation>, %1</translation>
    </message>
    <message>
        <source>%1, whole days in %2</source>
        <translation>%1, whole days in %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Compared with</translation>
    </message>
    <message>
        <source>Which tickets</source>
        <translation>Which tickets</translation>
    </message>
    <message>
        <source>All that you may see</source>
        <translation>All that you may see</translation>
    </message>
    <message>
        <source>“%1”, as they are today</source>
        <translation>“%1”, as they are today</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Each ticket&apos;s own; without one, round the clock</source>
        <translation>Each ticket&apos;s own; without one, round the clock</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>Each field is the number for one such hour or day: hours that the change of the clocks skips or repeats, and days that occur more often, weigh the same.</source>
        <translation>Each field is the number for one such hour or day: hours that the change of the clocks skips or repeats, and days that occur more often, weigh the same.</translation>
    </message>
    <message>
        <source>Tickets behind it</source>
        <translation>Tickets behind it</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Still open</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have not ended and are in no time</source>
        <translation>
            <numerusform>%Ln of them has not ended and is in no time</numerusform>
            <numerusform>%Ln of them have not ended and are in no time</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet in it</source>
        <translation>Not yet in it</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) of the last moments</source>
        <translation>
            <numerusform>%Ln change of the last moments</numerusform>
            <numerusform>%Ln changes of the last moments</numerusform>
        </translation>
    </message>
    <message>
        <source>Partial</source>
        <translation>Partial</translation>
    </message>
    <message>
        <source>Only what is on this computer: the service cannot be reached.</source>
        <translation>Only what is on this computer: the service cannot be reached.</translation>
    </message>
    <message>
        <source> (%1)</source>
        <comment>a time zone</comment>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>every day at %1%2</source>
        <translation>every day at %1%2</translation>
    </message>
    <message>
        <source>every %1 at %2%3</source>
        <translation>every %1 at %2%3</translation>
    </message>
    <message>
        <source>on day %1 of the month at %2%3</source>
        <translation>on day %1 of the month at %2%3</translation>
    </message>
    <message>
        <source>Kept by queue, worst first</source>
        <translation>Kept by queue, worst first</translation>
    </message>
    <message>
        <source>Nine of ten within</source>
        <translation>Nine of ten within</translation>
    </message>
    <message>
        <source>How long tickets stay unsolved</source>
        <translation>How long tickets stay unsolved</translation>
    </message>
    <message>
        <source>FCR</source>
        <comment>first-contact resolution</comment>
        <translation>FCR</translation>
    </message>
    <message>
        <source>FCR, one touch</source>
        <comment>first-contact resolution</comment>
        <translation>FCR, one touch</translation>
    </message>
    <message>
        <source>FCR, one reply</source>
        <comment>first-contact resolution</comment>
        <translation>FCR, one reply</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Most</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lasted so long</source>
        <translation>
            <numerusform>%Ln lasted so long</numerusform>
            <numerusform>%Ln lasted so long</numerusform>
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
        <translation>%1 or more</translation>
    </message>
    <message>
        <source>year before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>year before</translation>
    </message>
    <message>
        <source>yesterday</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>day before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>day before</translation>
    </message>
    <message>
        <source>week before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>week before</translation>
    </message>
    <message>
        <source>month before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>month before</translation>
    </message>
    <message>
        <source>quarter before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>quarter before</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>
            <numerusform>day before</numerusform>
            <numerusform>%n days before</numerusform>
        </translation>
    </message>
    <message>
        <source>time before</source>
        <comment>beside an arrow: 12 % vs. …</comment>
        <translation>time before</translation>
    </message>
    <message>
        <source>nothing to compare</source>
        <translation>nothing to compare</translation>
    </message>
    <message>
        <source>as %1</source>
        <comment>the same as in the time before</comment>
        <translation>as %1</translation>
    </message>
    <message>
        <source>%1 vs. %2</source>
        <comment>by how much, against which time</comment>
        <translation>%1 vs. %2</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>Curve</translation>
    </message>
    <message>
        <source>Of what began in the period: the share that lasts longer than each time, by Kaplan and Meier. What has not ended by the end of the period counts for as long as it is known to have lasted.</source>
        <translation>Of what began in the period: the share that lasts longer than each time, by Kaplan and Meier. What has not ended by the end of the period counts for as long as it is known to have lasted.</translation>
    </message>
    <message>
        <source>Time worked, by person</source>
        <translation>Time worked, by person</translation>
    </message>
    <message>
        <source>Time worked, by queue</source>
        <translation>Time worked, by queue</translation>
    </message>
    <message>
        <source>Time worked, by activity</source>
        <translation>Time worked, by activity</translation>
    </message>
    <message>
        <source>Work time</source>
        <translation>Work time</translation>
    </message>
    <message>
        <source>The time that agents have logged as worked on tickets, counted when the work was done. What was removed again does not count. The average is that of a ticket for which something was logged.</source>
        <translation>The time that agents have logged as worked on tickets, counted when the work was done. What was removed again does not count. The average is that of a ticket for which something was logged.</translation>
    </message>
    <message>
        <source>Time that nobody has logged. What was logged for a ticket that was merged into another counts for the ticket for which it was logged.</source>
        <translation>Time that nobody has logged. What was logged for a ticket that was merged into another counts for the ticket for which it was logged.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activity</translation>
    </message>
    <message numerus="yes">
        <source>of %n ticket(s)</source>
        <translation>
            <numerusform>of %n ticket</numerusform>
            <numerusform>of %n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>No activity noted</source>
        <translation>No activity noted</translation>
    </message>
</context>
<context>
    <name>deskhand::ReportsPage</name>
    <message>
        <source>Changed</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Undo</translation>
    </message>
    <message>
        <source>&amp;Add report…</source>
        <translation>&amp;Add report…</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Reports</translation>
    </message>
    <message>
        <source>Dashboards and reports</source>
        <translation>Dashboards and reports</translation>
    </message>
    <message>
        <source>Wallboard</source>
        <translation>Wallboard</translation>
    </message>
    <message>
        <source>Show on a screen on the wall</source>
        <translation>Show on a screen on the wall</translation>
    </message>
    <message>
        <source>Menu of the dashboard</source>
        <translation>Menu of the dashboard</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Saved</translation>
    </message>
    <message>
        <source>Changed dashboard</source>
        <translation>Changed dashboard</translation>
    </message>
    <message>
        <source>“%1” was changed and not saved.</source>
        <translation>“%1” was changed and not saved.</translation>
    </message>
    <message>
        <source>What was changed is lost when it is left.</source>
        <translation>What was changed is lost when it is left.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Stay</translation>
    </message>
    <message>
        <source>&amp;Save as mine…</source>
        <translation>&amp;Save as mine…</translation>
    </message>
    <message>
        <source>An empty dashboard</source>
        <translation>An empty dashboard</translation>
    </message>
    <message>
        <source>Each card on it answers one question. Add the first report.</source>
        <translation>Each card on it answers one question. Add the first report.</translation>
    </message>
    <message>
        <source>&amp;Save dashboard</source>
        <translation>&amp;Save dashboard</translation>
    </message>
    <message>
        <source>Save dashboard &amp;as…</source>
        <translation>Save dashboard &amp;as…</translation>
    </message>
    <message>
        <source>Save dashboard as &amp;PDF…</source>
        <translation>Save dashboard as &amp;PDF…</translation>
    </message>
    <message>
        <source>Send by &amp;mail…</source>
        <translation>Send by &amp;mail…</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Rename…</translation>
    </message>
    <message>
        <source>S&amp;hared with every agent</source>
        <translation>S&amp;hared with every agent</translation>
    </message>
    <message>
        <source>&amp;Count everything again</source>
        <translation>&amp;Count everything again</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Delete…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Edit…</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Show</translation>
    </message>
    <message>
        <source>New dashboard</source>
        <translation>New dashboard</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message numerus="yes">
        <source>A dashboard holds up to %n report(s)</source>
        <translation>
            <numerusform>A dashboard holds up to %n report</numerusform>
            <numerusform>A dashboard holds up to %n reports</numerusform>
        </translation>
    </message>
    <message>
        <source>Save as mine</source>
        <translation>Save as mine</translation>
    </message>
    <message>
        <source>My %1</source>
        <comment>a name for one&apos;s own copy of a dashboard</comment>
        <translation>My %1</translation>
    </message>
    <message>
        <source>Save dashboard</source>
        <translation>Save dashboard</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Saved as %1</translation>
    </message>
    <message>
        <source>The dashboard was not saved.</source>
        <translation>The dashboard was not saved.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Delete “%1”?</translation>
    </message>
    <message>
        <source>Everybody who uses it loses it. The tickets stay as they are.</source>
        <translation>Everybody who uses it loses it. The tickets stay as they are.</translation>
    </message>
    <message>
        <source>The tickets stay as they are.</source>
        <translation>The tickets stay as they are.</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Rename</translation>
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
        <translation>Reports</translation>
    </message>
    <message>
        <source>&amp;Tickets</source>
        <translation>&amp;Tickets</translation>
    </message>
    <message>
        <source>&amp;Reports</source>
        <translation>&amp;Reports</translation>
    </message>
    <message>
        <source>&amp;New report…</source>
        <translation>&amp;New report…</translation>
    </message>
    <message>
        <source>New &amp;dashboard…</source>
        <translation>New &amp;dashboard…</translation>
    </message>
    <message>
        <source>&amp;Wallboard</source>
        <translation>&amp;Wallboard</translation>
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
        <translation>Requester: %1</translation>
    </message>
    <message>
        <source>Writes %1</source>
        <translation>Writes %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
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
        <translation>Which tickets go by it?</translation>
    </message>
    <message>
        <source>It was not saved.</source>
        <translation>It was not saved.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>No ticket that is there changes.</source>
        <translation>No ticket that is there changes.</translation>
    </message>
</context>
<context>
    <name>deskhand::SavedDeskDelegate</name>
    <message>
        <source>open now</source>
        <translation>open now</translation>
    </message>
</context>
<context>
    <name>deskhand::ScheduleDialog</name>
    <message>
        <source>With a &amp;PDF</source>
        <translation>With a &amp;PDF</translation>
    </message>
    <message>
        <source>Is s&amp;ent</source>
        <translation>Is s&amp;ent</translation>
    </message>
    <message>
        <source>Send by mail</source>
        <translation>Send by mail</translation>
    </message>
    <message>
        <source>Zone of the desk (%1)</source>
        <translation>Zone of the desk (%1)</translation>
    </message>
    <message>
        <source>&amp;How often</source>
        <translation>&amp;How often</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>&amp;Day</translation>
    </message>
    <message>
        <source>&amp;At</source>
        <translation>&amp;At</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Time zone</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Readers</source>
        <translation>&amp;Readers</translation>
    </message>
    <message>
        <source>&amp;Last times</source>
        <translation>&amp;Last times</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a day of the month</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Not sent yet</translation>
    </message>
    <message>
        <source>Is not sent.</source>
        <translation>Is not sent.</translation>
    </message>
    <message>
        <source>Choose who reads it. Everybody gets what they may see, in their language.</source>
        <translation>Choose who reads it. Everybody gets what they may see, in their language.</translation>
    </message>
    <message>
        <source>Next on %1. Everybody gets what they may see, in their language.</source>
        <translation>Next on %1. Everybody gets what they may see, in their language.</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>&amp;What</translation>
    </message>
    <message>
        <source>Deleted, or not shared with you</source>
        <translation>Deleted, or not shared with you</translation>
    </message>
</context>
<context>
    <name>deskhand::ScreenshotService</name>
    <message>
        <source>Good morning,

the new dock is in the mail room. Please come by before noon.</source>
        <translation>Good morning,

the new dock is in the mail room. Please come by before noon.</translation>
    </message>
    <message>
        <source>Projector in room 4 stays dark</source>
        <translation>Projector in room 4 stays dark</translation>
    </message>
</context>
<context>
    <name>deskhand::ScreenshotTour</name>
    <message>
        <source>Same dock as in the ticket of last week. Swap it first, then look at the cable.</source>
        <translation>Same dock as in the ticket of last week. Swap it first, then look at the cable.</translation>
    </message>
</context>
<context>
    <name>deskhand::SendLaterMenu</name>
    <message>
        <source>Pick date and time…</source>
        <translation>Pick date and time…</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Send later</translation>
    </message>
    <message>
        <source>That moment has passed. Nothing was sent.</source>
        <translation>That moment has passed. Nothing was sent.</translation>
    </message>
</context>
<context>
    <name>deskhand::ServiceDialog</name>
    <message>
        <source>Without encryption (http) only a service on this computer can be used.</source>
        <translation>Without encryption (http) only a service on this computer can be used.</translation>
    </message>
    <message>
        <source>No name and no password go into the address; they are asked for.</source>
        <translation>No name and no password go into the address; they are asked for.</translation>
    </message>
    <message>
        <source>An address begins with https://, or with the name of the host.</source>
        <translation>An address begins with https://, or with the name of the host.</translation>
    </message>
    <message>
        <source>This is no address of a service.</source>
        <translation>This is no address of a service.</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Test</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Connect</translation>
    </message>
    <message>
        <source>Connect to a service</source>
        <translation>Connect to a service</translation>
    </message>
    <message>
        <source>as the desk calls itself</source>
        <translation>as the desk calls itself</translation>
    </message>
    <message>
        <source>as set up on this computer</source>
        <translation>as set up on this computer</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>The service has to show a certificate for its name from an authority that you trust. If it cannot, nothing is sent.</source>
        <translation>The service has to show a certificate for its name from an authority that you trust. If it cannot, nothing is sent.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Trusted authorities</source>
        <translation>Trusted authorities</translation>
    </message>
    <message>
        <source>Enter a database instead…</source>
        <translation>Enter a database instead…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Certificates of the trusted authorities</source>
        <translation>Certificates of the trusted authorities</translation>
    </message>
    <message>
        <source>Certificates (*.crt *.pem *.cer);;All files (*)</source>
        <translation>Certificates (*.crt *.pem *.cer);;All files (*)</translation>
    </message>
    <message>
        <source>Edit connection</source>
        <translation>Edit connection</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Save</translation>
    </message>
    <message>
        <source>There is no file of authorities at this place.</source>
        <translation>There is no file of authorities at this place.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Testing…</translation>
    </message>
    <message>
        <source>%1 cannot be used.</source>
        <translation>%1 cannot be used.</translation>
    </message>
    <message>
        <source>A Deskhand service answers at %1, and its certificate is good.</source>
        <translation>A Deskhand service answers at %1, and its certificate is good.</translation>
    </message>
</context>
<context>
    <name>deskhand::ServiceEntrance</name>
    <message>
        <source>Opening “%1”</source>
        <translation>Opening “%1”</translation>
    </message>
</context>
<context>
    <name>deskhand::SettingsSource</name>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>deskhand::SettingsWindow</name>
    <message>
        <source>No setting matches.</source>
        <translation>No setting matches.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Search the settings</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
</context>
<context>
    <name>deskhand::ShortcutsPage</name>
    <message>
        <source>No key</source>
        <translation>No key</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>Reset all…</source>
        <translation>Reset all…</translation>
    </message>
    <message>
        <source>Reset all shortcuts</source>
        <translation>Reset all shortcuts</translation>
    </message>
    <message>
        <source>Give every action its default keys again?</source>
        <translation>Give every action its default keys again?</translation>
    </message>
    <message>
        <source>The keys that you chose are forgotten.</source>
        <translation>The keys that you chose are forgotten.</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Reset all</translation>
    </message>
    <message>
        <source>Search actions or keys</source>
        <translation>Search actions or keys</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>New keys</translation>
    </message>
    <message>
        <source>Choose an action to change its keys</source>
        <translation>Choose an action to change its keys</translation>
    </message>
    <message>
        <source>%1 sends something, so one key alone may not do it. Add Ctrl or Alt to %2.</source>
        <translation>%1 sends something, so one key alone may not do it. Add Ctrl or Alt to %2.</translation>
    </message>
    <message>
        <source>%1 already belongs to “%2”. Give that one another key first.</source>
        <translation>%1 already belongs to “%2”. Give that one another key first.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Keyboard shortcuts</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>keys</translation>
    </message>
    <message>
        <source>hotkeys</source>
        <translation>hotkeys</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>keyboard</translation>
    </message>
</context>
<context>
    <name>deskhand::SidePanel</name>
    <message>
        <source>About this ticket</source>
        <translation>About this ticket</translation>
    </message>
    <message>
        <source>Other tickets</source>
        <translation>Other tickets</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>Properties</translation>
    </message>
    <message>
        <source>History</source>
        <translation>History</translation>
    </message>
    <message>
        <source>This is the only one.</source>
        <translation>This is the only one.</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Show all %1</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Service levels</translation>
    </message>
    <message>
        <source>Merged and linked</source>
        <translation>Merged and linked</translation>
    </message>
</context>
<context>
    <name>deskhand::Sidebar</name>
    <message>
        <source>Views</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>The saved views could not be read.</source>
        <translation>The saved views could not be read.</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>Ne&amp;xt view</source>
        <translation>Ne&amp;xt view</translation>
    </message>
    <message>
        <source>Pre&amp;vious view</source>
        <translation>Pre&amp;vious view</translation>
    </message>
    <message>
        <source>Edit view…</source>
        <translation>Edit view…</translation>
    </message>
    <message>
        <source>Delete view…</source>
        <translation>Delete view…</translation>
    </message>
    <message>
        <source>Delete view</source>
        <translation>Delete view</translation>
    </message>
    <message>
        <source>Delete the view “%1”?</source>
        <translation>Delete the view “%1”?</translation>
    </message>
    <message>
        <source>It goes for everybody. The tickets in it stay.</source>
        <translation>It goes for everybody. The tickets in it stay.</translation>
    </message>
    <message>
        <source>The tickets in it stay.</source>
        <translation>The tickets in it stay.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>The view was not deleted.</source>
        <translation>The view was not deleted.</translation>
    </message>
</context>
<context>
    <name>deskhand::SignIn</name>
    <message numerus="yes">
        <source>Try again in %n second(s).</source>
        <translation>
            <numerusform>Try again in %n second.</numerusform>
            <numerusform>Try again in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minute(s).</source>
        <translation>
            <numerusform>Try again in %n minute.</numerusform>
            <numerusform>Try again in %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The new password is too short: %n characters or more.</source>
        <translation>
            <numerusform>The new password is too short: %n character or more.</numerusform>
            <numerusform>The new password is too short: %n characters or more.</numerusform>
        </translation>
    </message>
    <message>
        <source>The new password is too long.</source>
        <translation>The new password is too long.</translation>
    </message>
    <message>
        <source>The new password is one of those that are tried first. Take several words.</source>
        <translation>The new password is one of those that are tried first. Take several words.</translation>
    </message>
    <message>
        <source>Too many attempts.</source>
        <translation>Too many attempts.</translation>
    </message>
    <message>
        <source>The name or the password is wrong, or the account is closed.</source>
        <translation>The name or the password is wrong, or the account is closed.</translation>
    </message>
    <message>
        <source>The code is wrong or was used before. Codes change every half minute; look whether the clock of your phone is right.</source>
        <translation>The code is wrong or was used before. Codes change every half minute; look whether the clock of your phone is right.</translation>
    </message>
    <message>
        <source>A code of your second factor is needed, too.</source>
        <translation>A code of your second factor is needed, too.</translation>
    </message>
    <message>
        <source>You are signed out. Sign in again.</source>
        <translation>You are signed out. Sign in again.</translation>
    </message>
</context>
<context>
    <name>deskhand::SignInDialog</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>If there is such an account, a mail with a link is on its way to its address.</source>
        <translation>If there is such an account, a mail with a link is on its way to its address.</translation>
    </message>
    <message>
        <source>Mail address or name</source>
        <translation>Mail address or name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>Stay signed in on this computer</source>
        <translation>Stay signed in on this computer</translation>
    </message>
    <message>
        <source>The sign-in is kept in the desktop&apos;s keychain, never in a file. The password is not kept.</source>
        <translation>The sign-in is kept in the desktop&apos;s keychain, never in a file. The password is not kept.</translation>
    </message>
    <message>
        <source>Password forgotten?</source>
        <translation>Password forgotten?</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Type the code that your authenticator shows, or one of your recovery codes.</source>
        <translation>Type the code that your authenticator shows, or one of your recovery codes.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>New password, again</source>
        <translation>New password, again</translation>
    </message>
    <message>
        <source>Choose a new password before you go on. Several words are easier to remember, and harder to guess, than signs.</source>
        <translation>Choose a new password before you go on. Several words are easier to remember, and harder to guess, than signs.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Signing in…</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>Set password</translation>
    </message>
    <message>
        <source>You were not signed in.</source>
        <translation>You were not signed in.</translation>
    </message>
</context>
<context>
    <name>deskhand::SignInPresenter</name>
    <message>
        <source>Name and password are needed.</source>
        <translation>Name and password are needed.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>The two are not the same.</translation>
    </message>
    <message>
        <source>This is the old one.</source>
        <translation>This is the old one.</translation>
    </message>
    <message>
        <source>Type your name first.</source>
        <translation>Type your name first.</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaCard</name>
    <message>
        <source>overdue %1</source>
        <translation>overdue %1</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <comment>a state</comment>
        <translation>paused: %1</translation>
    </message>
    <message>
        <source>%1, overdue by %2 before</source>
        <translation>%1, overdue by %2 before</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1, %2 left</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 left</translation>
    </message>
    <message>
        <source>%1 of working time left</source>
        <translation>%1 of working time left</translation>
    </message>
    <message>
        <source>met after %1</source>
        <translation>met after %1</translation>
    </message>
    <message>
        <source>missed by %1</source>
        <translation>missed by %1</translation>
    </message>
    <message>
        <source>overdue by %1</source>
        <translation>overdue by %1</translation>
    </message>
    <message>
        <source>was due %1</source>
        <translation>was due %1</translation>
    </message>
    <message>
        <source>due %1 (in %2)</source>
        <comment>when, how long by the wall clock</comment>
        <translation>due %1 (in %2)</translation>
    </message>
    <message>
        <source>was due %1 (%2 ago)</source>
        <comment>when, how long by the wall clock</comment>
        <translation>was due %1 (%2 ago)</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <comment>name of a policy or a calendar</comment>
        <translation>%1, version %2</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <comment>name and version of a policy or a calendar</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>round the clock</source>
        <translation>round the clock</translation>
    </message>
    <message>
        <source>Counts as missed since %1: %2.</source>
        <translation>Counts as missed since %1: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a target and where it stands</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (cycle %2)</source>
        <comment>a target</comment>
        <translation>%1 (cycle %2)</translation>
    </message>
    <message>
        <source>promised: %1</source>
        <translation>promised: %1</translation>
    </message>
    <message>
        <source>Promised: %1, by the policy %2.</source>
        <translation>Promised: %1, by the policy %2.</translation>
    </message>
    <message>
        <source>Promised: %1.</source>
        <translation>Promised: %1.</translation>
    </message>
    <message>
        <source>It counts round the clock.</source>
        <translation>It counts round the clock.</translation>
    </message>
    <message>
        <source>It counts by the calendar %1, in the time of %2.</source>
        <translation>It counts by the calendar %1, in the time of %2.</translation>
    </message>
    <message>
        <source>It began %1 and ended %2.</source>
        <translation>It began %1 and ended %2.</translation>
    </message>
    <message>
        <source>It began %1. It is not due while it stands still; then %2 are left.</source>
        <translation>It began %1. It is not due while it stands still; then %2 are left.</translation>
    </message>
    <message>
        <source>It began %1. It is due %2, when all of that has been counted; %3 did not count because it stood still.</source>
        <translation>It began %1. It is due %2, when all of that has been counted; %3 did not count because it stood still.</translation>
    </message>
    <message>
        <source>It began %1. It is due %2, when all of that has been counted.</source>
        <translation>It began %1. It is due %2, when all of that has been counted.</translation>
    </message>
    <message>
        <source>Counted: %1</source>
        <translation>Counted: %1</translation>
    </message>
    <message>
        <source>From now on:</source>
        <translation>From now on:</translation>
    </message>
    <message>
        <source>Why was it missed?</source>
        <translation>Why was it missed?</translation>
    </message>
    <message>
        <source>The reason, for reports and for whoever reads this later</source>
        <translation>The reason, for reports and for whoever reads this later</translation>
    </message>
    <message>
        <source>judged by another desk</source>
        <translation>judged by another desk</translation>
    </message>
    <message>
        <source>Another desk has judged this; it came with the ticket when that was imported.</source>
        <translation>Another desk has judged this; it came with the ticket when that was imported.</translation>
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
        <translation>problems</translation>
    </message>
    <message>
        <source>uncovered tickets</source>
        <translation>uncovered tickets</translation>
    </message>
    <message>
        <source>configuration</source>
        <translation>configuration</translation>
    </message>
    <message>
        <source>What policies, calendars and queues leave open. Enter goes to where it can be mended.</source>
        <translation>What policies, calendars and queues leave open. Enter goes to where it can be mended.</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>What the check has found</source>
        <translation>What the check has found</translation>
    </message>
    <message>
        <source>All is well</source>
        <translation>All is well</translation>
    </message>
    <message>
        <source>Every open ticket has a policy, every policy can be reached, and every clock has a calendar.</source>
        <translation>Every open ticket has a policy, every policy can be reached, and every clock has a calendar.</translation>
    </message>
    <message>
        <source>Check of the promises</source>
        <translation>Check of the promises</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaExplainer</name>
    <message>
        <source>The clocks of the ticket could not be read or changed.</source>
        <translation>The clocks of the ticket could not be read or changed.</translation>
    </message>
    <message>
        <source>Explain the &amp;time left</source>
        <translation>Explain the &amp;time left</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Copied what was counted and why</source>
        <translation>Copied what was counted and why</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaLedgerModel</name>
    <message>
        <source>%1, %2, counts %3, sum %4</source>
        <comment>when, why, how much, sum</comment>
        <translation>%1, %2, counts %3, sum %4</translation>
    </message>
    <message>
        <source>%1, %2, does not count, sum %3</source>
        <comment>when, why, sum</comment>
        <translation>%1, %2, does not count, sum %3</translation>
    </message>
    <message>
        <source>still to come: %1</source>
        <translation>still to come: %1</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>What it was</source>
        <translation>What it was</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Counted</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Sum</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaPage</name>
    <message>
        <source>For administrators</source>
        <translation>For administrators</translation>
    </message>
    <message>
        <source>What is promised is set by the administrators of this desk: %1.</source>
        <translation>What is promised is set by the administrators of this desk: %1.</translation>
    </message>
    <message>
        <source>Service levels</source>
        <translation>Service levels</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaPlace</name>
    <message>
        <source>The notifications could not be read or changed.</source>
        <translation>The notifications could not be read or changed.</translation>
    </message>
    <message>
        <source>%1+</source>
        <comment>more than this number</comment>
        <translation>%1+</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) not seen</source>
        <translation>
            <numerusform>%n notification not seen</numerusform>
            <numerusform>%n notifications not seen</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message numerus="yes">
        <source>%n notification(s) about promised times</source>
        <translation>
            <numerusform>%n notification about promised times</numerusform>
            <numerusform>%n notifications about promised times</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaPresenter</name>
    <message>
        <source>Cycle %1: %2, %3</source>
        <comment>number, how it ended, what was promised</comment>
        <translation>Cycle %1: %2, %3</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaQueuesPage</name>
    <message>
        <source>The queue was not changed.</source>
        <translation>The queue was not changed.</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>lead</translation>
    </message>
    <message>
        <source>manager</source>
        <translation>manager</translation>
    </message>
    <message>
        <source>on call</source>
        <translation>on call</translation>
    </message>
    <message>
        <source>escalation</source>
        <translation>escalation</translation>
    </message>
    <message>
        <source>calendar</source>
        <translation>calendar</translation>
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
        <translation>Calendar</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Manager</translation>
    </message>
    <message>
        <source>On call</source>
        <translation>On call</translation>
    </message>
    <message>
        <source>For new tickets, and for open ones when they are re-timed the next time.</source>
        <translation>For new tickets, and for open ones when they are re-timed the next time.</translation>
    </message>
    <message>
        <source>Whom the levels of a policy tell, and to whom they assign.</source>
        <translation>Whom the levels of a policy tell, and to whom they assign.</translation>
    </message>
    <message>
        <source>As above it: %1</source>
        <translation>As above it: %1</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>None: round the clock</source>
        <translation>None: round the clock</translation>
    </message>
    <message>
        <source>Queues and who is told</source>
        <translation>Queues and who is told</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaSetupPages</name>
    <message>
        <source>Service levels</source>
        <translation>Service levels</translation>
    </message>
    <message>
        <source>SLA &amp;policies…</source>
        <translation>SLA &amp;policies…</translation>
    </message>
    <message>
        <source>Business &amp;calendars…</source>
        <translation>Business &amp;calendars…</translation>
    </message>
    <message>
        <source>&amp;Queues and who is told…</source>
        <translation>&amp;Queues and who is told…</translation>
    </message>
    <message>
        <source>C&amp;heck the promises…</source>
        <translation>C&amp;heck the promises…</translation>
    </message>
    <message>
        <source>&amp;What if promises were others…</source>
        <translation>&amp;What if promises were others…</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaSetupWords</name>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>somebody who is not there</source>
        <translation>somebody who is not there</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>is missing</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>is too long</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>is there twice</translation>
    </message>
    <message>
        <source>is too small or too large</source>
        <translation>is too small or too large</translation>
    </message>
    <message>
        <source>is taken already</source>
        <translation>is taken already</translation>
    </message>
    <message>
        <source>is not there any more</source>
        <translation>is not there any more</translation>
    </message>
    <message>
        <source>cannot be so (%1)</source>
        <translation>cannot be so (%1)</translation>
    </message>
    <message>
        <source>the name</source>
        <translation>the name</translation>
    </message>
    <message>
        <source>the condition</source>
        <translation>the condition</translation>
    </message>
    <message>
        <source>the calendar</source>
        <translation>the calendar</translation>
    </message>
    <message>
        <source>a target</source>
        <translation>a target</translation>
    </message>
    <message>
        <source>a level</source>
        <translation>a level</translation>
    </message>
    <message>
        <source>the time</source>
        <translation>the time</translation>
    </message>
    <message>
        <source>the time for other priorities</source>
        <translation>the time for other priorities</translation>
    </message>
    <message>
        <source>what starts it</source>
        <translation>what starts it</translation>
    </message>
    <message>
        <source>what fulfils it</source>
        <translation>what fulfils it</translation>
    </message>
    <message>
        <source>what resets it</source>
        <translation>what resets it</translation>
    </message>
    <message>
        <source>the time after reopening</source>
        <translation>the time after reopening</translation>
    </message>
    <message>
        <source>when it is reached</source>
        <translation>when it is reached</translation>
    </message>
    <message>
        <source>what is done</source>
        <translation>what is done</translation>
    </message>
    <message>
        <source>the text of the note</source>
        <translation>the text of the note</translation>
    </message>
    <message>
        <source>the kind</source>
        <translation>the kind</translation>
    </message>
    <message>
        <source>the one that is meant</source>
        <translation>the one that is meant</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>as QLocale writes formats</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>as QLocale writes formats</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>Shrove Monday (48 days before Easter)</source>
        <translation>Shrove Monday (48 days before Easter)</translation>
    </message>
    <message>
        <source>Good Friday (2 days before Easter)</source>
        <translation>Good Friday (2 days before Easter)</translation>
    </message>
    <message>
        <source>Easter Sunday</source>
        <translation>Easter Sunday</translation>
    </message>
    <message>
        <source>Easter Monday</source>
        <translation>Easter Monday</translation>
    </message>
    <message>
        <source>Ascension Day (39 days after Easter)</source>
        <translation>Ascension Day (39 days after Easter)</translation>
    </message>
    <message>
        <source>Whit Monday (50 days after Easter)</source>
        <translation>Whit Monday (50 days after Easter)</translation>
    </message>
    <message>
        <source>Corpus Christi (60 days after Easter)</source>
        <translation>Corpus Christi (60 days after Easter)</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before Easter Sunday</source>
        <translation>
            <numerusform>%n day before Easter Sunday</numerusform>
            <numerusform>%n days before Easter Sunday</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) after Easter Sunday</source>
        <translation>
            <numerusform>%n day after Easter Sunday</numerusform>
            <numerusform>%n days after Easter Sunday</numerusform>
        </translation>
    </message>
    <message>
        <source>first</source>
        <comment>weekday of a month</comment>
        <translation>first</translation>
    </message>
    <message>
        <source>second</source>
        <comment>weekday of a month</comment>
        <translation>second</translation>
    </message>
    <message>
        <source>third</source>
        <comment>weekday of a month</comment>
        <translation>third</translation>
    </message>
    <message>
        <source>fourth</source>
        <comment>weekday of a month</comment>
        <translation>fourth</translation>
    </message>
    <message>
        <source>fifth</source>
        <comment>weekday of a month</comment>
        <translation>fifth</translation>
    </message>
    <message>
        <source>last</source>
        <comment>weekday of a month</comment>
        <translation>last</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. Write it as “Europe/Berlin”.</source>
        <translation>There is no time zone “%1”. Write it as “Europe/Berlin”.</translation>
    </message>
    <message>
        <source>Nobody ever works by this calendar: nothing would ever be due. Paint some working time.</source>
        <translation>Nobody ever works by this calendar: nothing would ever be due. Paint some working time.</translation>
    </message>
    <message>
        <source>Working times overlap.</source>
        <translation>Working times overlap.</translation>
    </message>
    <message>
        <source>%1: working times overlap, or are none.</source>
        <translation>%1: working times overlap, or are none.</translation>
    </message>
    <message>
        <source>The holiday %1 has no date, or ends before it begins.</source>
        <translation>The holiday %1 has no date, or ends before it begins.</translation>
    </message>
    <message>
        <source>This is wrong: %1 %2.</source>
        <comment>a part, what is wrong with it</comment>
        <translation>This is wrong: %1 %2.</translation>
    </message>
    <message>
        <source>The policy needs a name.</source>
        <translation>The policy needs a name.</translation>
    </message>
    <message>
        <source>The policy promises nothing yet: enter a time for a target.</source>
        <translation>The policy promises nothing yet: enter a time for a target.</translation>
    </message>
    <message>
        <source>This is wrong: %1 %2.</source>
        <translation>This is wrong: %1 %2.</translation>
    </message>
    <message>
        <source>%1: %2 %3.</source>
        <comment>a target or level: a part of it, what is wrong with it</comment>
        <translation>%1: %2 %3.</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Policies</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>Calendars</translation>
    </message>
    <message>
        <source>Tickets without a promise</source>
        <translation>Tickets without a promise</translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s) are covered by no policy.</source>
        <translation>
            <numerusform>%n open ticket is covered by no policy.</numerusform>
            <numerusform>%n open tickets are covered by no policy.</numerusform>
        </translation>
    </message>
    <message>
        <source>There are tickets that no policy covers.</source>
        <translation>There are tickets that no policy covers.</translation>
    </message>
    <message>
        <source>Add a policy without a condition at the end of the list, if they should have one.</source>
        <translation>Add a policy without a condition at the end of the list, if they should have one.</translation>
    </message>
    <message>
        <source>Its condition can never be true.</source>
        <translation>Its condition can never be true.</translation>
    </message>
    <message>
        <source>Change its condition, or disable it.</source>
        <translation>Change its condition, or disable it.</translation>
    </message>
    <message>
        <source>It is never reached: %1, which comes before it, takes all of its tickets.</source>
        <translation>It is never reached: %1, which comes before it, takes all of its tickets.</translation>
    </message>
    <message>
        <source>Move it up, or narrow the condition of the other one.</source>
        <translation>Move it up, or narrow the condition of the other one.</translation>
    </message>
    <message>
        <source>The queue has no calendar, but %1 goes by the queue&apos;s: its clocks run round the clock.</source>
        <translation>The queue has no calendar, but %1 goes by the queue&apos;s: its clocks run round the clock.</translation>
    </message>
    <message>
        <source>Give the queue a calendar, or the policy.</source>
        <translation>Give the queue a calendar, or the policy.</translation>
    </message>
    <message>
        <source>%1 is shorter than the time between two looks at the clocks: warnings may come too late.</source>
        <translation>%1 is shorter than the time between two looks at the clocks: warnings may come too late.</translation>
    </message>
    <message>
        <source>Promise a longer time.</source>
        <translation>Promise a longer time.</translation>
    </message>
    <message>
        <source>The level %1 is never reached for %2.</source>
        <translation>The level %1 is never reached for %2.</translation>
    </message>
    <message>
        <source>Let it come later, or leave that target out of it.</source>
        <translation>Let it come later, or leave that target out of it.</translation>
    </message>
    <message>
        <source>It names something that is not there or not in use any more: %1</source>
        <translation>It names something that is not there or not in use any more: %1</translation>
    </message>
    <message>
        <source>Choose something else in its place.</source>
        <translation>Choose something else in its place.</translation>
    </message>
    <message numerus="yes">
        <source>%n imported day(s) wait for somebody to confirm them; until then they count as working days.</source>
        <translation>
            <numerusform>%n imported day waits for somebody to confirm it; until then it counts as a working day.</numerusform>
            <numerusform>%n imported days wait for somebody to confirm them; until then they count as working days.</numerusform>
        </translation>
    </message>
    <message>
        <source>Confirm them, or discard them.</source>
        <translation>Confirm them, or discard them.</translation>
    </message>
    <message>
        <source>All of its dated holidays are in the past.</source>
        <translation>All of its dated holidays are in the past.</translation>
    </message>
    <message>
        <source>Enter or import those of the next year.</source>
        <translation>Enter or import those of the next year.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” finds nobody in %n queue(s), among them %2.</source>
        <translation>
            <numerusform>“%1” finds nobody in %n queue: %2.</numerusform>
            <numerusform>“%1” finds nobody in %n queues, among them %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name a lead, manager or on-call person for the queue, or for one above it.</source>
        <translation>Name a lead, manager or on-call person for the queue, or for one above it.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>%1 every year</source>
        <translation>%1 every year</translation>
    </message>
    <message>
        <source>%1 to %2 every year</source>
        <translation>%1 to %2 every year</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>first Monday of September</comment>
        <translation>%1 %2 of %3</translation>
    </message>
    <message>
        <source>The ticket is opened</source>
        <translation>The ticket is opened</translation>
    </message>
    <message>
        <source>The customer writes</source>
        <translation>The customer writes</translation>
    </message>
    <message>
        <source>An agent replies</source>
        <translation>An agent replies</translation>
    </message>
    <message>
        <source>An agent notes a call</source>
        <translation>An agent notes a call</translation>
    </message>
    <message>
        <source>An agent writes a note</source>
        <translation>An agent writes a note</translation>
    </message>
    <message>
        <source>Somebody owns it</source>
        <translation>Somebody owns it</translation>
    </message>
    <message>
        <source>It comes into a queue</source>
        <translation>It comes into a queue</translation>
    </message>
    <message>
        <source>It leaves its queue</source>
        <translation>It leaves its queue</translation>
    </message>
    <message>
        <source>It is solved</source>
        <translation>It is solved</translation>
    </message>
    <message>
        <source>It is closed</source>
        <translation>It is closed</translation>
    </message>
    <message>
        <source>It is reopened</source>
        <translation>It is reopened</translation>
    </message>
    <message>
        <source>An agent has opened it</source>
        <translation>An agent has opened it</translation>
    </message>
    <message>
        <source>It goes on with the time that was left</source>
        <translation>It goes on with the time that was left</translation>
    </message>
    <message>
        <source>It starts again from nothing</source>
        <translation>It starts again from nothing</translation>
    </message>
    <message>
        <source>It stays fulfilled</source>
        <translation>It stays fulfilled</translation>
    </message>
    <message>
        <source>Tell the owner</source>
        <translation>Tell the owner</translation>
    </message>
    <message>
        <source>Tell a person</source>
        <translation>Tell a person</translation>
    </message>
    <message>
        <source>Tell the queue&apos;s lead</source>
        <translation>Tell the queue&apos;s lead</translation>
    </message>
    <message>
        <source>Tell the queue&apos;s manager</source>
        <translation>Tell the queue&apos;s manager</translation>
    </message>
    <message>
        <source>Tell who is on call</source>
        <translation>Tell who is on call</translation>
    </message>
    <message>
        <source>Tell all of the queue</source>
        <translation>Tell all of the queue</translation>
    </message>
    <message>
        <source>Raise the priority by one</source>
        <translation>Raise the priority by one</translation>
    </message>
    <message>
        <source>Set the priority</source>
        <translation>Set the priority</translation>
    </message>
    <message>
        <source>Move to a queue</source>
        <translation>Move to a queue</translation>
    </message>
    <message>
        <source>Assign to a person</source>
        <translation>Assign to a person</translation>
    </message>
    <message>
        <source>Assign to the queue&apos;s lead</source>
        <translation>Assign to the queue&apos;s lead</translation>
    </message>
    <message>
        <source>Write an internal note</source>
        <translation>Write an internal note</translation>
    </message>
    <message>
        <source>tell %1</source>
        <translation>tell %1</translation>
    </message>
    <message>
        <source>assign to %1</source>
        <translation>assign to %1</translation>
    </message>
    <message>
        <source>set priority %1</source>
        <translation>set priority %1</translation>
    </message>
    <message>
        <source>move to %1</source>
        <translation>move to %1</translation>
    </message>
    <message>
        <source>promises nothing</source>
        <translation>promises nothing</translation>
    </message>
    <message>
        <source>New tickets only</source>
        <translation>New tickets only</translation>
    </message>
    <message>
        <source>Also the open ones</source>
        <translation>Also the open ones</translation>
    </message>
    <message>
        <source>All, closed ones included</source>
        <translation>All, closed ones included</translation>
    </message>
    <message>
        <source>What is opened from now on. Tickets that are there keep what was promised for them.</source>
        <translation>What is opened from now on. Tickets that are there keep what was promised for them.</translation>
    </message>
    <message>
        <source>Unresolved tickets are re-timed. What was fulfilled keeps its verdict; pauses stay.</source>
        <translation>Unresolved tickets are re-timed. What was fulfilled keeps its verdict; pauses stay.</translation>
    </message>
    <message>
        <source>As if it had always been so: verdicts of the past, and what reports say of them, can change.</source>
        <translation>As if it had always been so: verdicts of the past, and what reports say of them, can change.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing changes for the %n ticket(s) that it is about.</source>
        <translation>
            <numerusform>Nothing changes for the %n ticket that it is about.</numerusform>
            <numerusform>Nothing changes for the %n tickets that it is about.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open ticket(s) will be re-timed</source>
        <translation>
            <numerusform>%n open ticket will be re-timed</numerusform>
            <numerusform>%n open tickets will be re-timed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) will be re-timed</source>
        <translation>
            <numerusform>%n ticket will be re-timed</numerusform>
            <numerusform>%n tickets will be re-timed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n become(s) overdue</source>
        <translation>
            <numerusform>%n becomes overdue</numerusform>
            <numerusform>%n become overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stop(s) being overdue</source>
        <translation>
            <numerusform>%n stops being overdue</numerusform>
            <numerusform>%n stop being overdue</numerusform>
        </translation>
    </message>
    <message>
        <source>none becomes overdue</source>
        <translation>none becomes overdue</translation>
    </message>
    <message numerus="yes">
        <source>%n kept promise(s) count(s) as missed</source>
        <translation>
            <numerusform>%n kept promise counts as missed</numerusform>
            <numerusform>%n kept promises count as missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed promise(s) count(s) as kept</source>
        <translation>
            <numerusform>%n missed promise counts as kept</numerusform>
            <numerusform>%n missed promises count as kept</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>per cent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Re-timing tickets</source>
        <translation>Re-timing tickets</translation>
    </message>
    <message>
        <source>Re-timing tickets: %1</source>
        <translation>Re-timing tickets: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 of %2</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaStrip</name>
    <message>
        <source>Time left</source>
        <translation>Time left</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaTargetCard</name>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Note why it was missed</source>
        <translation>Note why it was missed</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaTrial</name>
    <message>
        <source>an agent replies</source>
        <translation>an agent replies</translation>
    </message>
    <message>
        <source>the customer writes</source>
        <translation>the customer writes</translation>
    </message>
    <message>
        <source>it waits as</source>
        <translation>it waits as</translation>
    </message>
    <message>
        <source>it is open again</source>
        <translation>it is open again</translation>
    </message>
    <message>
        <source>it is solved</source>
        <translation>it is solved</translation>
    </message>
    <message>
        <source>somebody owns it</source>
        <translation>somebody owns it</translation>
    </message>
    <message>
        <source>its priority becomes</source>
        <translation>its priority becomes</translation>
    </message>
</context>
<context>
    <name>deskhand::SlaWords</name>
    <message>
        <source>working time</source>
        <translation>working time</translation>
    </message>
    <message>
        <source>counts round the clock</source>
        <translation>counts round the clock</translation>
    </message>
    <message>
        <source>outside of working hours</source>
        <translation>outside of working hours</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>holiday</translation>
    </message>
    <message>
        <source>solved, until it was reopened</source>
        <translation>solved, until it was reopened</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <comment>a state</comment>
        <translation>paused: %1</translation>
    </message>
    <message>
        <source>First response</source>
        <translation>First response</translation>
    </message>
    <message>
        <source>Next response</source>
        <translation>Next response</translation>
    </message>
    <message>
        <source>Update interval</source>
        <translation>Update interval</translation>
    </message>
    <message>
        <source>Resolution</source>
        <translation>Resolution</translation>
    </message>
    <message>
        <source>Time to own</source>
        <translation>Time to own</translation>
    </message>
    <message>
        <source>Time in queue</source>
        <translation>Time in queue</translation>
    </message>
    <message>
        <source>Until somebody has answered a new ticket.</source>
        <translation>Until somebody has answered a new ticket.</translation>
    </message>
    <message>
        <source>Until the oldest message of the customer that nobody has answered is answered.</source>
        <translation>Until the oldest message of the customer that nobody has answered is answered.</translation>
    </message>
    <message>
        <source>The customer hears something at least this often.</source>
        <translation>The customer hears something at least this often.</translation>
    </message>
    <message>
        <source>Until the ticket is solved.</source>
        <translation>Until the ticket is solved.</translation>
    </message>
    <message>
        <source>Internal: until somebody owns the ticket.</source>
        <translation>Internal: until somebody owns the ticket.</translation>
    </message>
    <message>
        <source>Internal: until this team has solved the ticket or handed it on.</source>
        <translation>Internal: until this team has solved the ticket or handed it on.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>running</translation>
    </message>
    <message>
        <source>met</source>
        <translation>met</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>missed</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>the time was up</source>
        <translation>the time was up</translation>
    </message>
    <message>
        <source>the priority was changed, and the new time was up already</source>
        <translation>the priority was changed, and the new time was up already</translation>
    </message>
    <message>
        <source>the policy was changed, and the new time was up already</source>
        <translation>the policy was changed, and the new time was up already</translation>
    </message>
    <message>
        <source>a ticket was merged whose time was up already</source>
        <translation>a ticket was merged whose time was up already</translation>
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
        <translation>That is longer than ten years.</translation>
    </message>
    <message>
        <source>A day of working time has no length of its own: write 2wd for working days, or 48h.</source>
        <translation>A day of working time has no length of its own: write 2wd for working days, or 48h.</translation>
    </message>
    <message>
        <source>Write 30m, 4h, 1h30m, 2wd (working days) or 90m calendar.</source>
        <translation>Write 30m, 4h, 1h30m, 2wd (working days) or 90m calendar.</translation>
    </message>
    <message>
        <source>The time must be longer than nothing; leave it empty to promise nothing.</source>
        <translation>The time must be longer than nothing; leave it empty to promise nothing.</translation>
    </message>
    <message>
        <source>%1 of working time</source>
        <translation>%1 of working time</translation>
    </message>
    <message>
        <source>%1 round the clock</source>
        <translation>%1 round the clock</translation>
    </message>
    <message>
        <source>the same working day</source>
        <translation>the same working day</translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n working day</numerusform>
            <numerusform>%n working days</numerusform>
        </translation>
    </message>
    <message>
        <source>at %1 %</source>
        <translation>at %1 %</translation>
    </message>
    <message>
        <source>%1 before it is due</source>
        <translation>%1 before it is due</translation>
    </message>
    <message>
        <source>when it is due</source>
        <translation>when it is due</translation>
    </message>
    <message>
        <source>%1 after it was due</source>
        <translation>%1 after it was due</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name of a level: when</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What waits to be sent does not count until the service has it.</source>
        <translation>What waits to be sent does not count until the service has it.</translation>
    </message>
</context>
<context>
    <name>deskhand::SplitDialog</name>
    <message>
        <source>Split off</source>
        <translation>Split off</translation>
    </message>
    <message>
        <source>Nothing was split off: somebody changed the ticket a moment ago. Try once more.</source>
        <translation>Nothing was split off: somebody changed the ticket a moment ago. Try once more.</translation>
    </message>
    <message>
        <source>Nothing was split off.</source>
        <translation>Nothing was split off.</translation>
    </message>
    <message>
        <source>Messages that are split off</source>
        <translation>Messages that are split off</translation>
    </message>
    <message>
        <source>Which messages become a ticket of their own?</source>
        <translation>Which messages become a ticket of their own?</translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>Move them</translation>
    </message>
    <message>
        <source>Copy them: they stay here, too</source>
        <translation>Copy them: they stay here, too</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Split off from #%1</source>
        <translation>Split off from #%1</translation>
    </message>
    <message>
        <source>Internal note: %1</source>
        <translation>Internal note: %1</translation>
    </message>
    <message>
        <source>Splitting off…</source>
        <translation>Splitting off…</translation>
    </message>
</context>
<context>
    <name>deskhand::SplitPresenter</name>
    <message>
        <source>Choose at least one message.</source>
        <translation>Choose at least one message.</translation>
    </message>
    <message>
        <source>All messages are chosen: one has to stay, or they are copied.</source>
        <translation>All messages are chosen: one has to stay, or they are copied.</translation>
    </message>
    <message>
        <source>Give the new ticket a subject.</source>
        <translation>Give the new ticket a subject.</translation>
    </message>
    <message>
        <source>Say who the requester is.</source>
        <translation>Say who the requester is.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are shown in the new ticket and stay in %1, too.</source>
        <translation>
            <numerusform>%n message is shown in the new ticket and stays in %1, too.</numerusform>
            <numerusform>%n messages are shown in the new ticket and stay in %1, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) leave %1 and are shown in the new ticket.</source>
        <translation>
            <numerusform>%n message leaves %1 and is shown in the new ticket.</numerusform>
            <numerusform>%n messages leave %1 and are shown in the new ticket.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each of the two tickets shows a link to the other.</source>
        <translation>Each of the two tickets shows a link to the other.</translation>
    </message>
    <message>
        <source>Replies in the new ticket go to %1.</source>
        <translation>Replies in the new ticket go to %1.</translation>
    </message>
</context>
<context>
    <name>deskhand::StartPage</name>
    <message>
        <source>Where to keep the desk</source>
        <translation>Where to keep the desk</translation>
    </message>
    <message>
        <source>Try it with a demo desk</source>
        <translation>Try it with a demo desk</translation>
    </message>
    <message>
        <source>A made-up company with a year of requests. Nothing leaves this computer.</source>
        <translation>A made-up company with a year of requests. Nothing leaves this computer.</translation>
    </message>
    <message>
        <source>My own desk on this computer</source>
        <translation>My own desk on this computer</translation>
    </message>
    <message>
        <source>One file that belongs to you. Right for one person, or for a small office on one machine.</source>
        <translation>One file that belongs to you. Right for one person, or for a small office on one machine.</translation>
    </message>
    <message>
        <source>Open a desk file</source>
        <translation>Open a desk file</translation>
    </message>
    <message>
        <source>Desks (*.desk);;All files (*)</source>
        <translation>Desks (*.desk);;All files (*)</translation>
    </message>
    <message>
        <source>My desk</source>
        <translation>My desk</translation>
    </message>
    <message>
        <source>Connect to my team&apos;s desk</source>
        <translation>Connect to my team&apos;s desk</translation>
    </message>
    <message>
        <source>A desk that several people share, on a PostgreSQL server of your organization.</source>
        <translation>A desk that several people share, on a PostgreSQL server of your organization.</translation>
    </message>
</context>
<context>
    <name>deskhand::SubjectLine</name>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Subject: %1</source>
        <translation>Subject: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::SurgeryPlace</name>
    <message numerus="yes">
        <source>Only the first %n ticket(s) can be merged at once.</source>
        <translation>
            <numerusform>Only the first ticket can be merged at once.</numerusform>
            <numerusform>Only the first %n tickets can be merged at once.</numerusform>
        </translation>
    </message>
    <message>
        <source>Merged %1 into #%2</source>
        <translation>Merged %1 into #%2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>%1 and #%2 are tickets of their own again</source>
        <translation>%1 and #%2 are tickets of their own again</translation>
    </message>
    <message>
        <source>#%1 was not parted from #%2.</source>
        <translation>#%1 was not parted from #%2.</translation>
    </message>
    <message>
        <source>#%1 is a ticket of its own again</source>
        <translation>#%1 is a ticket of its own again</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Split off as #%1</source>
        <translation>Split off as #%1</translation>
    </message>
    <message>
        <source>#%1 was merged into #%2</source>
        <translation>#%1 was merged into #%2</translation>
    </message>
</context>
<context>
    <name>deskhand::SyncText</name>
    <message>
        <source>Connecting…</source>
        <translation>Connecting…</translation>
    </message>
    <message>
        <source>Syncing %1 of %2</source>
        <translation>Syncing %1 of %2</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>Syncing…</translation>
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
        <translation>Offline since %1</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Signed out</translation>
    </message>
    <message>
        <source>Needs an update</source>
        <translation>Needs an update</translation>
    </message>
    <message numerus="yes">
        <source>%n queued</source>
        <translation>
            <numerusform>%n queued</numerusform>
            <numerusform>%n queued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message>
        <source>The service no longer knows this computer. Sign in again; what you did meanwhile is kept and sent then.</source>
        <translation>The service no longer knows this computer. Sign in again; what you did meanwhile is kept and sent then.</translation>
    </message>
    <message>
        <source>This program and the service are of different age. You can read what is on this computer; nothing is exchanged until one of them is updated. What you did is kept.</source>
        <translation>This program and the service are of different age. You can read what is on this computer; nothing is exchanged until one of them is updated. What you did is kept.</translation>
    </message>
    <message>
        <source>This network wants you to sign in to it first. Open a page in your browser.</source>
        <translation>This network wants you to sign in to it first. Open a page in your browser.</translation>
    </message>
    <message>
        <source>The service&apos;s certificate is not accepted. Nothing is sent, as somebody else may have taken its place. Ask whoever runs it.</source>
        <translation>The service&apos;s certificate is not accepted. Nothing is sent, as somebody else may have taken its place. Ask whoever runs it.</translation>
    </message>
    <message>
        <source>The proxy of this network wants a name and a password.</source>
        <translation>The proxy of this network wants a name and a password.</translation>
    </message>
    <message>
        <source>The proxy that is set up on this computer cannot be reached.</source>
        <translation>The proxy that is set up on this computer cannot be reached.</translation>
    </message>
    <message>
        <source>Something else answers at the service&apos;s address.</source>
        <translation>Something else answers at the service&apos;s address.</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) off. Deskhand goes by that of the service.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute off. Deskhand goes by that of the service.</numerusform>
            <numerusform>The clock of this computer is %n minutes off. Deskhand goes by that of the service.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can go on: what you do is kept on this computer and sent when the service can be reached.</source>
        <translation>You can go on: what you do is kept on this computer and sent when the service can be reached.</translation>
    </message>
    <message>
        <source>Nothing: every look goes to the service</source>
        <translation>Nothing: every look goes to the service</translation>
    </message>
    <message>
        <source>My tickets</source>
        <translation>My tickets</translation>
    </message>
    <message>
        <source>My tickets, and all that are open in my queues</source>
        <translation>My tickets, and all that are open in my queues</translation>
    </message>
</context>
<context>
    <name>deskhand::SyncWindow</name>
    <message>
        <source>Waiting commands</source>
        <translation>Waiting commands</translation>
    </message>
    <message>
        <source>&amp;Waiting commands…</source>
        <translation>&amp;Waiting commands…</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Go</translation>
    </message>
    <message>
        <source>Nothing waits</source>
        <translation>Nothing waits</translation>
    </message>
    <message>
        <source>What you do without the service stands here until it has arrived there. What the service does not take, or what a colleague had set at the same time, waits here for you.</source>
        <translation>What you do without the service stands here until it has arrived there. What the service does not take, or what a colleague had set at the same time, waits here for you.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Try now</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Sign in…</translation>
    </message>
    <message>
        <source>What was written or changed</source>
        <translation>What was written or changed</translation>
    </message>
    <message>
        <source>Open the ticket</source>
        <translation>Open the ticket</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Give it up</source>
        <translation>Give it up</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
    <message>
        <source>Kept on this computer</source>
        <translation>Kept on this computer</translation>
    </message>
    <message>
        <source>Days for which solved tickets are kept</source>
        <translation>Days for which solved tickets are kept</translation>
    </message>
    <message>
        <source>and solved ones for </source>
        <translation>and solved ones for </translation>
    </message>
    <message>
        <source> days</source>
        <translation> days</translation>
    </message>
    <message>
        <source>Remove from this computer…</source>
        <translation>Remove from this computer…</translation>
    </message>
    <message>
        <source>It could not be done.</source>
        <translation>It could not be done.</translation>
    </message>
    <message>
        <source>It could not be given up.</source>
        <translation>It could not be given up.</translation>
    </message>
    <message>
        <source>Give up “%1”?</source>
        <translation>Give up “%1”?</translation>
    </message>
    <message>
        <source>The text is gone then, and the ticket is as if you had never done it.</source>
        <translation>The text is gone then, and the ticket is as if you had never done it.</translation>
    </message>
    <message>
        <source>Remove from this computer</source>
        <translation>Remove from this computer</translation>
    </message>
    <message>
        <source>Remove everything of this desk from this computer?</source>
        <translation>Remove everything of this desk from this computer?</translation>
    </message>
    <message numerus="yes">
        <source>%n command(s) have not arrived at the service and are lost then. The desk itself stays as it is.</source>
        <translation>
            <numerusform>%n command has not arrived at the service and is lost then. The desk itself stays as it is.</numerusform>
            <numerusform>%n commands have not arrived at the service and are lost then. The desk itself stays as it is.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tickets, drafts and the sign-in are removed here. The desk itself stays as it is, and you can sign in again.</source>
        <translation>Tickets, drafts and the sign-in are removed here. The desk itself stays as it is, and you can sign in again.</translation>
    </message>
    <message>
        <source>You are offline: wait until you are back, and nothing is lost.</source>
        <translation>You are offline: wait until you are back, and nothing is lost.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
</context>
<context>
    <name>deskhand::TargetButton</name>
    <message>
        <source>Shows what was counted and why</source>
        <translation>Shows what was counted and why</translation>
    </message>
</context>
<context>
    <name>deskhand::TargetDetails</name>
    <message>
        <source>What starts, fulfils and resets the target</source>
        <translation>What starts, fulfils and resets the target</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Starts</translation>
    </message>
    <message>
        <source>Fulfils</source>
        <translation>Fulfils</translation>
    </message>
    <message>
        <source>Resets</source>
        <translation>Resets</translation>
    </message>
    <message>
        <source>States in which it stands still</source>
        <translation>States in which it stands still</translation>
    </message>
    <message>
        <source>When the ticket is reopened</source>
        <translation>When the ticket is reopened</translation>
    </message>
    <message>
        <source>With at least</source>
        <translation>With at least</translation>
    </message>
    <message>
        <source>with at least</source>
        <translation>with at least</translation>
    </message>
    <message>
        <source>Stands still while the ticket is</source>
        <translation>Stands still while the ticket is</translation>
    </message>
    <message>
        <source>%1 · not promised: enter a time above</source>
        <translation>%1 · not promised: enter a time above</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happens: what it does</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Write it in minutes or hours.</source>
        <translation>Write it in minutes or hours.</translation>
    </message>
</context>
<context>
    <name>deskhand::TargetMatrix</name>
    <message>
        <source>Promised times by target and priority</source>
        <translation>Promised times by target and priority</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Others</translation>
    </message>
    <message>
        <source>not promised</source>
        <translation>not promised</translation>
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
            <numerusform>%n earlier message</numerusform>
            <numerusform>%n earlier messages</numerusform>
        </translation>
    </message>
    <message>
        <source>New messages begin here</source>
        <translation>New messages begin here</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message>
        <source>Quoted text is folded.</source>
        <translation>Quoted text is folded.</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>waits to be sent</translation>
    </message>
    <message>
        <source>from #%1</source>
        <translation>from #%1</translation>
    </message>
</context>
<context>
    <name>deskhand::ThreadModel</name>
    <message numerus="yes">
        <source>%n earlier message(s)</source>
        <translation>
            <numerusform>%n earlier message</numerusform>
            <numerusform>%n earlier messages</numerusform>
        </translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
</context>
<context>
    <name>deskhand::ThreadPainter</name>
    <message>
        <source>Remote pictures are not shown. Show them</source>
        <translation>Remote pictures are not shown. Show them</translation>
    </message>
    <message>
        <source>Only the beginning is shown. Open the whole text</source>
        <translation>Only the beginning is shown. Open the whole text</translation>
    </message>
    <message>
        <source>New</source>
        <translation>New</translation>
    </message>
    <message>
        <source>from #%1</source>
        <translation>from #%1</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>waits to be sent</translation>
    </message>
</context>
<context>
    <name>deskhand::ThreadPanel</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n new message</numerusform>
            <numerusform>%n new messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Copy the link&apos;s address</source>
        <translation>Copy the link&apos;s address</translation>
    </message>
    <message>
        <source>Copy the text of the message</source>
        <translation>Copy the text of the message</translation>
    </message>
    <message>
        <source>Copy the sender&apos;s address</source>
        <translation>Copy the sender&apos;s address</translation>
    </message>
    <message>
        <source>Show or hide the quoted text</source>
        <translation>Show or hide the quoted text</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Next message</source>
        <translation>Next message</translation>
    </message>
    <message>
        <source>Previous message</source>
        <translation>Previous message</translation>
    </message>
    <message>
        <source>Newest message</source>
        <translation>Newest message</translation>
    </message>
    <message>
        <source>Show or hide quoted text</source>
        <translation>Show or hide quoted text</translation>
    </message>
    <message>
        <source>Files of this message…</source>
        <translation>Files of this message…</translation>
    </message>
    <message>
        <source>New messages</source>
        <translation>New messages</translation>
    </message>
    <message>
        <source>What became of this mail…</source>
        <translation>What became of this mail…</translation>
    </message>
    <message>
        <source>Split off this message…</source>
        <translation>Split off this message…</translation>
    </message>
    <message>
        <source>Split off from here…</source>
        <translation>Split off from here…</translation>
    </message>
</context>
<context>
    <name>deskhand::ThreadView</name>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Loading earlier messages…</source>
        <translation>Loading earlier messages…</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s)</source>
        <translation>
            <numerusform>%n earlier message</numerusform>
            <numerusform>%n earlier messages</numerusform>
        </translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>To: %1</translation>
    </message>
    <message>
        <source>Cc: %1</source>
        <translation>Cc: %1</translation>
    </message>
    <message>
        <source>Hide the quoted text</source>
        <translation>Hide the quoted text</translation>
    </message>
    <message>
        <source>Show the quoted text</source>
        <translation>Show the quoted text</translation>
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
        <translation>No ticket is open</translation>
    </message>
    <message>
        <source>Choose a ticket in the list, or press Enter on it, to read and answer it here.</source>
        <translation>Choose a ticket in the list, or press Enter on it, to read and answer it here.</translation>
    </message>
    <message>
        <source>The change was not made.</source>
        <translation>The change was not made.</translation>
    </message>
    <message>
        <source>The ticket could not be opened.</source>
        <translation>The ticket could not be opened.</translation>
    </message>
    <message>
        <source>Reply sent</source>
        <translation>Reply sent</translation>
    </message>
    <message>
        <source>Internal note added</source>
        <translation>Internal note added</translation>
    </message>
    <message>
        <source>Call recorded</source>
        <translation>Call recorded</translation>
    </message>
    <message>
        <source>Edit the su&amp;bject</source>
        <translation>Edit the su&amp;bject</translation>
    </message>
    <message>
        <source>Copy &amp;number and subject</source>
        <translation>Copy &amp;number and subject</translation>
    </message>
    <message>
        <source>Copied #%1</source>
        <translation>Copied #%1</translation>
    </message>
    <message>
        <source>Set cate&amp;gory…</source>
        <translation>Set cate&amp;gory…</translation>
    </message>
    <message>
        <source>Set &amp;due…</source>
        <translation>Set &amp;due…</translation>
    </message>
    <message>
        <source>Reply added. It was not mailed: no mailbox sends for this queue.</source>
        <translation>Reply added. It was not mailed: no mailbox sends for this queue.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Send later</source>
        <translation>Send later</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Show in the outbox</source>
        <translation>Show in the outbox</translation>
    </message>
    <message>
        <source>Sp&amp;lit off messages…</source>
        <translation>Sp&amp;lit off messages…</translation>
    </message>
    <message>
        <source>Kept on this computer: it is sent as soon as the service can be reached.</source>
        <translation>Kept on this computer: it is sent as soon as the service can be reached.</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketCompareCard</name>
    <message>
        <source>This one stays</source>
        <translation>This one stays</translation>
    </message>
    <message>
        <source>Leave this ticket out</source>
        <translation>Leave this ticket out</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>%1 stays</source>
        <translation>%1 stays</translation>
    </message>
    <message>
        <source>%1 is merged into it</source>
        <translation>%1 is merged into it</translation>
    </message>
    <message>
        <source>Is being read…</source>
        <translation>Is being read…</translation>
    </message>
    <message>
        <source>Changed meanwhile: %1</source>
        <translation>Changed meanwhile: %1</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketDelegate</name>
    <message>
        <source>This ticket no longer exists</source>
        <translation>This ticket no longer exists</translation>
    </message>
    <message>
        <source>This ticket has a new place in the list and moves there when the pointer leaves it.</source>
        <translation>This ticket has a new place in the list and moves there when the pointer leaves it.</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketHeader</name>
    <message>
        <source>More about this ticket</source>
        <translation>More about this ticket</translation>
    </message>
    <message>
        <source>Unknown state</source>
        <translation>Unknown state</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Unknown priority</source>
        <translation>Unknown priority</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>No queue</source>
        <translation>No queue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Due %1</source>
        <translation>Due %1</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Add or remove tags</source>
        <translation>Add or remove tags</translation>
    </message>
</context>
<context>
    <name>deskhand::TicketListModel</name>
    <message>
        <source>Loading</source>
        <translation>Loading</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <comment>heading of a group</comment>
        <translation>
            <numerusform>%1, %n ticket</numerusform>
            <numerusform>%1, %n tickets</numerusform>
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
        <translation>Columns</translation>
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
        <translation>Find the other ticket</translation>
    </message>
    <message>
        <source>Number or words of the other ticket</source>
        <translation>Number or words of the other ticket</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Tickets</translation>
    </message>
    <message>
        <source>The requester has no other open ticket.</source>
        <translation>The requester has no other open ticket.</translation>
    </message>
    <message>
        <source>No ticket with “%1”.</source>
        <translation>No ticket with “%1”.</translation>
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
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <comment>months, as short as possible</comment>
        <translation>%1 mo</translation>
    </message>
    <message>
        <source>%1 y</source>
        <comment>years, as short as possible</comment>
        <translation>%1 y</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>(no subject)</source>
        <translation>(no subject)</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>ticket number and subject</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>from %1</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>priority %1</translation>
    </message>
    <message>
        <source>unassigned</source>
        <translation>unassigned</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>owner %1</translation>
    </message>
    <message>
        <source>due in %1</source>
        <translation>due in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message>
        <source>updated %1</source>
        <translation>updated %1</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>None: %1</source>
        <translation>None: %1</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>Requester</source>
        <translation>Requester</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>Organization</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Created</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Updated</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Last contact</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Articles</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Phone</translation>
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
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>a day with a short month, as QLocale writes formats</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>the newest reply is delayed</source>
        <translation>the newest reply is delayed</translation>
    </message>
    <message>
        <source>the newest reply was not delivered</source>
        <translation>the newest reply was not delivered</translation>
    </message>
    <message>
        <source>the newest reply bounced</source>
        <translation>the newest reply bounced</translation>
    </message>
    <message>
        <source>what was promised was kept</source>
        <translation>what was promised was kept</translation>
    </message>
    <message>
        <source>a promise was missed</source>
        <translation>a promise was missed</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Running</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Paused</translation>
    </message>
    <message>
        <source>Met</source>
        <comment>promises that were kept</comment>
        <translation>Met</translation>
    </message>
    <message>
        <source>Missed</source>
        <comment>promises that were not kept</comment>
        <translation>Missed</translation>
    </message>
    <message>
        <source>Nothing promised</source>
        <translation>Nothing promised</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>waits to be sent</source>
        <translation>waits to be sent</translation>
    </message>
</context>
<context>
    <name>deskhand::TimeLeft</name>
    <message>
        <source>overdue %1</source>
        <translation>overdue %1</translation>
    </message>
    <message>
        <source>overdue, paused</source>
        <translation>overdue, paused</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>paused</translation>
    </message>
    <message>
        <source>overdue, paused: %1</source>
        <comment>a state</comment>
        <translation>overdue, paused: %1</translation>
    </message>
    <message>
        <source>paused: %1</source>
        <comment>a state</comment>
        <translation>paused: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds, as short as possible</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>met</source>
        <comment>a promise was kept</comment>
        <translation>met</translation>
    </message>
    <message>
        <source>missed</source>
        <comment>a promise was not kept</comment>
        <translation>missed</translation>
    </message>
    <message>
        <source>paused %1</source>
        <comment>waiting for another %1</comment>
        <translation>paused %1</translation>
    </message>
    <message>
        <source>Everything that was promised was kept.</source>
        <translation>Everything that was promised was kept.</translation>
    </message>
    <message>
        <source>A promise was not kept in time.</source>
        <translation>A promise was not kept in time.</translation>
    </message>
    <message>
        <source>%1: paused (%2), overdue by %3 before</source>
        <translation>%1: paused (%2), overdue by %3 before</translation>
    </message>
    <message>
        <source>%1: paused (%2), %3 left when it goes on</source>
        <translation>%1: paused (%2), %3 left when it goes on</translation>
    </message>
    <message>
        <source>%1: due %2, in %3 by the wall clock</source>
        <translation>%1: due %2, in %3 by the wall clock</translation>
    </message>
    <message>
        <source>%1: was due %2, %3 ago by the wall clock</source>
        <translation>%1: was due %2, %3 ago by the wall clock</translation>
    </message>
    <message>
        <source>A promise before was not kept in time.</source>
        <translation>A promise before was not kept in time.</translation>
    </message>
    <message>
        <source>as the service has it</source>
        <comment>a clock is paused</comment>
        <translation>as the service has it</translation>
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
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 mo</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 y</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Tomorrow</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 ago</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 overdue</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <comment>day and month, as QLocale writes formats</comment>
        <translation>d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>a day, as QLocale writes formats</comment>
        <translation>d MMMM yyyy</translation>
    </message>
</context>
<context>
    <name>deskhand::ToastBar</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Do something about it</source>
        <translation>Do something about it</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Close this message</translation>
    </message>
</context>
<context>
    <name>deskhand::TriageActions</name>
    <message>
        <source>Set &amp;state…</source>
        <translation>Set &amp;state…</translation>
    </message>
    <message>
        <source>Set &amp;priority…</source>
        <translation>Set &amp;priority…</translation>
    </message>
    <message>
        <source>Set &amp;owner…</source>
        <translation>Set &amp;owner…</translation>
    </message>
    <message>
        <source>Assign to &amp;me</source>
        <translation>Assign to &amp;me</translation>
    </message>
    <message>
        <source>Move to &amp;queue…</source>
        <translation>Move to &amp;queue…</translation>
    </message>
    <message>
        <source>Add or remove &amp;tag…</source>
        <translation>Add or remove &amp;tag…</translation>
    </message>
    <message>
        <source>Mark as read or &amp;unread</source>
        <translation>Mark as read or &amp;unread</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>U&amp;ndo last change of tickets</source>
        <translation>U&amp;ndo last change of tickets</translation>
    </message>
    <message>
        <source>Choose a ticket in the list first</source>
        <translation>Choose a ticket in the list first</translation>
    </message>
    <message>
        <source>Set state</source>
        <translation>Set state</translation>
    </message>
    <message>
        <source>state %1</source>
        <translation>state %1</translation>
    </message>
    <message>
        <source>Comes back</source>
        <translation>Comes back</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Tomorrow morning</translation>
    </message>
    <message>
        <source>In 3 hours</source>
        <translation>In 3 hours</translation>
    </message>
    <message>
        <source>In 2 days</source>
        <translation>In 2 days</translation>
    </message>
    <message>
        <source>Next Monday</source>
        <translation>Next Monday</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In a week</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>In two weeks</translation>
    </message>
    <message>
        <source>Without a reminder</source>
        <translation>Without a reminder</translation>
    </message>
    <message>
        <source>Set priority</source>
        <translation>Set priority</translation>
    </message>
    <message>
        <source>priority %1</source>
        <translation>priority %1</translation>
    </message>
    <message>
        <source>Set owner</source>
        <translation>Set owner</translation>
    </message>
    <message>
        <source>me</source>
        <translation>me</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>owner %1</translation>
    </message>
    <message>
        <source>no owner</source>
        <translation>no owner</translation>
    </message>
    <message>
        <source>Move to queue</source>
        <translation>Move to queue</translation>
    </message>
    <message>
        <source>queue %1</source>
        <translation>queue %1</translation>
    </message>
    <message>
        <source>Add or remove tag</source>
        <translation>Add or remove tag</translation>
    </message>
    <message>
        <source>Add “%1”</source>
        <translation>Add “%1”</translation>
    </message>
    <message>
        <source>without tag %1</source>
        <translation>without tag %1</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>tag %1</translation>
    </message>
    <message>
        <source>assigned to me</source>
        <translation>assigned to me</translation>
    </message>
    <message>
        <source>marked as read</source>
        <translation>marked as read</translation>
    </message>
    <message>
        <source>marked as unread</source>
        <translation>marked as unread</translation>
    </message>
    <message>
        <source>Change many tickets</source>
        <translation>Change many tickets</translation>
    </message>
    <message numerus="yes">
        <source>Change %n ticket(s): %1?</source>
        <translation>
            <numerusform>Change %n ticket: %1?</numerusform>
            <numerusform>Change %n tickets: %1?</numerusform>
        </translation>
    </message>
    <message>
        <source>It can be undone right afterwards.</source>
        <translation>It can be undone right afterwards.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message numerus="yes">
        <source>Changing %n ticket(s)</source>
        <translation>
            <numerusform>Changing %n ticket</numerusform>
            <numerusform>Changing %n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>change undone</source>
        <translation>change undone</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) not changed</source>
        <translation>
            <numerusform>%n ticket not changed</numerusform>
            <numerusform>%n tickets not changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s): %1</source>
        <translation>
            <numerusform>%n ticket: %1</numerusform>
            <numerusform>%n tickets: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>Nothing to change: %1 already</source>
        <translation>Nothing to change: %1 already</translation>
    </message>
    <message>
        <source>the rest was left alone</source>
        <translation>the rest was left alone</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>yours set</source>
        <translation>yours set</translation>
    </message>
    <message>
        <source>Mer&amp;ge…</source>
        <translation>Mer&amp;ge…</translation>
    </message>
</context>
<context>
    <name>deskhand::TryItPanel</name>
    <message>
        <source>Created</source>
        <translation>Created</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>Promised</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>Then…</source>
        <translation>Then…</translation>
    </message>
    <message>
        <source>Add an event to the made-up ticket</source>
        <translation>Add an event to the made-up ticket</translation>
    </message>
    <message>
        <source>When it is due, and what counts</source>
        <translation>When it is due, and what counts</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Promise</translation>
    </message>
    <message>
        <source>From</source>
        <translation>From</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>paused with %1 left</source>
        <translation>paused with %1 left</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelled</translation>
    </message>
    <message>
        <source>met, %1 before it was due</source>
        <translation>met, %1 before it was due</translation>
    </message>
    <message>
        <source>missed by %1</source>
        <translation>missed by %1</translation>
    </message>
    <message>
        <source>never due by this calendar</source>
        <translation>never due by this calendar</translation>
    </message>
    <message>
        <source>was due %1, and is missed</source>
        <translation>was due %1, and is missed</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>due %1</translation>
    </message>
    <message>
        <source>%1, %2nd time</source>
        <comment>a target that runs once more</comment>
        <translation>%1, %2nd time</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a target: when it is due</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing is promised for this ticket.</source>
        <translation>Nothing is promised for this ticket.</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Sum</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>of %1</translation>
    </message>
</context>
<context>
    <name>deskhand::TryItStep</name>
    <message>
        <source>What happens</source>
        <translation>What happens</translation>
    </message>
    <message>
        <source>When it happens</source>
        <translation>When it happens</translation>
    </message>
    <message>
        <source>Take this event away</source>
        <translation>Take this event away</translation>
    </message>
    <message>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priority</translation>
    </message>
</context>
<context>
    <name>deskhand::UndoSendBar</name>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>More</source>
        <translation>More</translation>
    </message>
    <message>
        <source>A mail that can be taken back</source>
        <translation>A mail that can be taken back</translation>
    </message>
    <message>
        <source>Take it back to go on writing  Ctrl+Z</source>
        <translation>Take it back to go on writing  Ctrl+Z</translation>
    </message>
    <message>
        <source>Undo send</source>
        <translation>Undo send</translation>
    </message>
    <message>
        <source>Show the outbox</source>
        <translation>Show the outbox</translation>
    </message>
    <message>
        <source>Sends %1</source>
        <comment>in 12 s</comment>
        <translation>Sends %1</translation>
    </message>
    <message>
        <source>#%1 sends %2</source>
        <comment>number of the ticket, in 12 s</comment>
        <translation>#%1 sends %2</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::UnmergeDialog</name>
    <message>
        <source>Unmerge</source>
        <translation>Unmerge</translation>
    </message>
    <message>
        <source>The tickets were not parted.</source>
        <translation>The tickets were not parted.</translation>
    </message>
    <message>
        <source>Messages since the merge</source>
        <translation>Messages since the merge</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>Reason, for the history (may stay empty)</source>
        <translation>Reason, for the history (may stay empty)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message numerus="yes">
        <source>#%1 “%2” becomes a ticket of its own again, with its number, state, owner, queue, tags and its %n message(s). #%3 keeps what it had before.</source>
        <translation>
            <numerusform>#%1 “%2” becomes a ticket of its own again, with its number, state, owner, queue, tags and its message. #%3 keeps what it had before.</numerusform>
            <numerusform>#%1 “%2” becomes a ticket of its own again, with its number, state, owner, queue, tags and its %n messages. #%3 keeps what it had before.</numerusform>
        </translation>
    </message>
    <message>
        <source>These came since the merge. Tick those that belong to #%1; the others stay in #%2.</source>
        <translation>These came since the merge. Tick those that belong to #%1; the others stay in #%2.</translation>
    </message>
</context>
<context>
    <name>deskhand::ViewDialog</name>
    <message>
        <source>All tickets, or: state:open queue:network</source>
        <translation>All tickets, or: state:open queue:network</translation>
    </message>
    <message>
        <source>Condition of the view</source>
        <translation>Condition of the view</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>Two lines</source>
        <translation>Two lines</translation>
    </message>
    <message>
        <source>One line with columns</source>
        <translation>One line with columns</translation>
    </message>
    <message>
        <source>Edit view</source>
        <translation>Edit view</translation>
    </message>
    <message>
        <source>Save as view</source>
        <translation>Save as view</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Counting…</translation>
    </message>
    <message>
        <source>This is not a condition.</source>
        <translation>This is not a condition.</translation>
    </message>
    <message>
        <source>With free words: counted when the view is opened.</source>
        <translation>With free words: counted when the view is opened.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) match now</source>
        <translation>
            <numerusform>%n ticket matches now</numerusform>
            <numerusform>%n tickets match now</numerusform>
        </translation>
    </message>
    <message>
        <source>The view was not saved.</source>
        <translation>The view was not saved.</translation>
    </message>
    <message numerus="yes">
        <source>At least %n ticket(s) match now: not all are on this computer</source>
        <translation>
            <numerusform>At least %n ticket match now: not all are on this computer</numerusform>
            <numerusform>At least %n tickets match now: not all are on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::ViewListModel</name>
    <message>
        <source>Mine</source>
        <translation>Mine</translation>
    </message>
    <message>
        <source>Unassigned</source>
        <translation>Unassigned</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Due soon</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Unread</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>All tickets</source>
        <translation>All tickets</translation>
    </message>
    <message>
        <source>My views</source>
        <translation>My views</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Queues</translation>
    </message>
    <message>
        <source>Shared views</source>
        <translation>Shared views</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Saved views</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n ticket(s)</source>
        <comment>a view and its count</comment>
        <translation>
            <numerusform>%1, %n ticket</numerusform>
            <numerusform>%1, %n tickets</numerusform>
        </translation>
    </message>
    <message>
        <source>Not delivered</source>
        <translation>Not delivered</translation>
    </message>
    <message numerus="yes">
        <source>%1, at least %n ticket(s): not all are on this computer</source>
        <comment>a view and its count</comment>
        <translation>
            <numerusform>%1, at least %n ticket: not all are on this computer</numerusform>
            <numerusform>%1, at least %n tickets: not all are on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>deskhand::ViewPaletteSource</name>
    <message>
        <source>View</source>
        <translation>View</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Views</translation>
    </message>
</context>
<context>
    <name>deskhand::Wallboard</name>
    <message>
        <source>Wallboard</source>
        <translation>Wallboard</translation>
    </message>
    <message>
        <source>%1 · held</source>
        <translation>%1 · held</translation>
    </message>
</context>
<context>
    <name>deskhand::WeekEditor</name>
    <message>
        <source>Exact times</source>
        <translation>Exact times</translation>
    </message>
    <message>
        <source>Working time of %1</source>
        <translation>Working time of %1</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>09:00–12:00, 13:00–17:00, or over midnight 22:00–06:00</source>
        <translation>09:00–12:00, 13:00–17:00, or over midnight 22:00–06:00</translation>
    </message>
    <message>
        <source>Paint with the mouse, or with Space where the frame stands; arrows move it by a quarter of an hour, with Ctrl by an hour, with Shift they mark. Exact times and night shifts (22:00–06:00) are typed.</source>
        <translation>Paint with the mouse, or with Space where the frame stands; arrows move it by a quarter of an hour, with Ctrl by an hour, with Shift they mark. Exact times and night shifts (22:00–06:00) are typed.</translation>
    </message>
    <message>
        <source>Monday&apos;s times for all weekdays</source>
        <translation>Monday&apos;s times for all weekdays</translation>
    </message>
    <message>
        <source>This is no working time.</source>
        <translation>This is no working time.</translation>
    </message>
    <message>
        <source>%1 h a week</source>
        <translation>%1 h a week</translation>
    </message>
</context>
<context>
    <name>deskhand::WeekFrames</name>
    <message>
        <source>never</source>
        <translation>never</translation>
    </message>
    <message>
        <source>around the clock</source>
        <translation>around the clock</translation>
    </message>
</context>
<context>
    <name>deskhand::WeekGrid</name>
    <message>
        <source>Working time of a week</source>
        <translation>Working time of a week</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>working time</source>
        <translation>working time</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>, marked from %1 %2</source>
        <translation>, marked from %1 %2</translation>
    </message>
</context>
<context>
    <name>deskhand::WhatIfDialog</name>
    <message>
        <source>What if</source>
        <translation>What if</translation>
    </message>
    <message>
        <source> months</source>
        <translation> months</translation>
    </message>
    <message>
        <source>Tickets of the last</source>
        <translation>Tickets of the last</translation>
    </message>
    <message>
        <source>Which tickets</source>
        <translation>Which tickets</translation>
    </message>
    <message>
        <source>all tickets, verdicts included</source>
        <translation>all tickets, verdicts included</translation>
    </message>
    <message>
        <source>only those that are open</source>
        <translation>only those that are open</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Replay</translation>
    </message>
    <message>
        <source>Apply…</source>
        <translation>Apply…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Replay the last</source>
        <translation>Replay the last</translation>
    </message>
    <message>
        <source>Nothing is touched by this.</source>
        <translation>Nothing is touched by this.</translation>
    </message>
    <message>
        <source>How many promises would have been kept?</source>
        <translation>How many promises would have been kept?</translation>
    </message>
    <message>
        <source>Of %1 tickets %2 would have been timed otherwise: %3 kept promises would have been missed, %4 missed ones kept.</source>
        <translation>Of %1 tickets %2 would have been timed otherwise: %3 kept promises would have been missed, %4 missed ones kept.</translation>
    </message>
</context>
<context>
    <name>deskhand::WorkDialog</name>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Log work</source>
        <translation>Log work</translation>
    </message>
    <message>
        <source>The work log was not changed.</source>
        <translation>The work log was not changed.</translation>
    </message>
    <message>
        <source>45, 1h 30 or 1:30</source>
        <translation>45, 1h 30 or 1:30</translation>
    </message>
    <message>
        <source>What kind of work (may stay empty)</source>
        <translation>What kind of work (may stay empty)</translation>
    </message>
    <message>
        <source>May stay empty</source>
        <translation>May stay empty</translation>
    </message>
    <message>
        <source>Logged work</source>
        <translation>Logged work</translation>
    </message>
    <message>
        <source>Time spent</source>
        <translation>Time spent</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Activity</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Nothing is logged yet.</source>
        <translation>Nothing is logged yet.</translation>
    </message>
    <message>
        <source>Logged so far: %1</source>
        <translation>Logged so far: %1</translation>
    </message>
</context>
<context>
    <name>deskhand::WorkPlace</name>
    <message>
        <source>Log &amp;work…</source>
        <translation>Log &amp;work…</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Logged %1 on #%2, kept on this computer until the service can be reached</source>
        <translation>Logged %1 on #%2, kept on this computer until the service can be reached</translation>
    </message>
    <message>
        <source>Logged %1 on #%2</source>
        <translation>Logged %1 on #%2</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>Removed the work that was logged on #%1</source>
        <translation>Removed the work that was logged on #%1</translation>
    </message>
    <message>
        <source>The work that was logged on #%1 is still there.</source>
        <translation>The work that was logged on #%1 is still there.</translation>
    </message>
</context>
<context>
    <name>deskhand::WorkPresenter</name>
    <message>
        <source>Write it as 45 (minutes), 1h 30, 1:30 or 1.5h, up to a week.</source>
        <translation>Write it as 45 (minutes), 1h 30, 1:30 or 1.5h, up to a week.</translation>
    </message>
    <message>
        <source>Analysis</source>
        <translation>Analysis</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Repair</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>On site</source>
        <translation>On site</translation>
    </message>
    <message>
        <source>Travel</source>
        <translation>Travel</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>Documentation</translation>
    </message>
</context>
<context>
    <name>deskhand::Workplace</name>
    <message>
        <source>The ticket that you opened is #%1</source>
        <translation>The ticket that you opened is #%1</translation>
    </message>
</context>
<context>
    <name>deskhand::WorkspaceBar</name>
    <message>
        <source>Workspaces</source>
        <translation>Workspaces</translation>
    </message>
</context>
</TS>
