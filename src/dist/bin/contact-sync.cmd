@echo off
rem contact-sync for Windows. Needs a JDK or JRE, 17 or newer, in JAVA_HOME or on the PATH.
rem CONTACT_SYNC_JAVA_OPTS replaces the default options: a heap of 512 MB, and the quick compiler only.
setlocal
cd /d "%~dp0.."
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo contact-sync: there is no Java at "%JAVA%": install a JDK or JRE, 17 or newer, and set JAVA_HOME to it or put it on the PATH 1>&2
  exit /b 2
)
if not defined CONTACT_SYNC_JAVA_OPTS set "CONTACT_SYNC_JAVA_OPTS=-Xmx512m -XX:TieredStopAtLevel=1"
"%JAVA%" %CONTACT_SYNC_JAVA_OPTS% -XX:+UseParallelGC "-XX:OnOutOfMemoryError=taskkill /F /PID %%p" -XX:+DisplayVMOutputToStderr -cp "lib/*" io.contactsync.cli.ContactSync %*
