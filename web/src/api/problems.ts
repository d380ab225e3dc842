// Generated from api/errors.yaml by tools/generate_errors.py; change it there.
export type Language = 'nl' | 'fr' | 'de' | 'en';

export interface ProblemText {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly advice: Readonly<Record<Language, string>>;
}

export type ProblemSlug =
  | 'bad-request'
  | 'undecodable'
  | 'unknown-key'
  | 'camera-disabled'
  | 'camera-unauthorised'
  | 'too-large'
  | 'unsupported-type'
  | 'headers-too-large'
  | 'request-timeout'
  | 'http-version'
  | 'not-found'
  | 'method-not-allowed'
  | 'unauthenticated'
  | 'code-needed'
  | 'proof-needed'
  | 'too-many-attempts'
  | 'forbidden'
  | 'conflict'
  | 'version-changed'
  | 'precondition-required'
  | 'idempotency-mismatch'
  | 'busy'
  | 'storage-full'
  | 'stopping'
  | 'destroyed'
  | 'internal';

export const problems: Readonly<Record<ProblemSlug, ProblemText>> = {
  'bad-request': {
    title: 'The request is not well formed',
    status: 400,
    code: 'E_BAD_REQUEST',
    advice: {
      nl: 'Verbeter wat de toelichting noemt en verstuur opnieuw.',
      fr: 'Corrigez ce que le détail indique, puis renvoyez la demande.',
      de: 'Berichtigen Sie, was die Erläuterung nennt, und senden Sie erneut.',
      en: 'Correct what the detail names and send it again.',
    },
  },
  'undecodable': {
    title: 'The message of the camera could not be decoded',
    status: 422,
    code: 'E_UNDECODABLE',
    advice: {
      nl: 'Het bericht staat in quarantaine; vergelijk de instellingen van de camera met haar bladzijde in docs/protocols en speel het daarna opnieuw af.',
      fr: 'Le message est en quarantaine; comparez les réglages de la caméra avec sa page dans docs/protocols, puis rejouez-le.',
      de: 'Die Nachricht liegt in Quarantäne; vergleichen Sie die Einstellungen der Kamera mit ihrer Seite in docs/protocols und spielen Sie sie danach erneut ein.',
      en: 'The message is kept in quarantine; compare the camera\'s settings with its page in docs/protocols and replay it after the cure.',
    },
  },
  'unknown-key': {
    title: 'No camera has this key',
    status: 404,
    code: 'E_UNKNOWN_KEY',
    advice: {
      nl: 'Neem het afleveradres opnieuw over van waar de camera werd toegevoegd, of voeg de camera toe.',
      fr: 'Recopiez l\'adresse de livraison donnée à l\'ajout de la caméra, ou ajoutez la caméra.',
      de: 'Übernehmen Sie die Lieferadresse erneut von dort, wo die Kamera angelegt wurde, oder legen Sie die Kamera an.',
      en: 'Copy the ingest address again from where the camera was added, or add the camera.',
    },
  },
  'camera-disabled': {
    title: 'The camera is disabled',
    status: 403,
    code: 'E_CAMERA_DISABLED',
    advice: {
      nl: 'Schakel de camera weer in als haar machtiging geldt, of zet haar leveringen stop.',
      fr: 'Réactivez la caméra si son autorisation est en vigueur, ou arrêtez ses envois.',
      de: 'Aktivieren Sie die Kamera wieder, wenn ihre Genehmigung gilt, oder stellen Sie ihre Lieferungen ab.',
      en: 'Enable the camera again if its authorisation is in force, or switch its deliveries off.',
    },
  },
  'camera-unauthorised': {
    title: 'The camera stands without authorisation',
    status: 403,
    code: 'E_CAMERA',
    advice: {
      nl: 'Vul op de bladzijde van de camera de beslissing van de raad in die geldt, of zet haar leveringen stop.',
      fr: 'Inscrivez sur la page de la caméra la décision du conseil en vigueur, ou arrêtez ses envois.',
      de: 'Tragen Sie auf der Seite der Kamera den geltenden Beschluss des Rates ein, oder stellen Sie ihre Lieferungen ab.',
      en: 'Enter the council\'s decision that is in force on the page of the camera, or switch its deliveries off.',
    },
  },
  'too-large': {
    title: 'The body is too large',
    status: 413,
    code: 'E_TOO_LARGE',
    advice: {
      nl: 'Stuur minder tegelijk - kleinere beelden, of de reeks in delen.',
      fr: 'Envoyez moins à la fois - des images plus petites, ou le lot en plusieurs parties.',
      de: 'Senden Sie weniger auf einmal - kleinere Bilder, oder den Stapel in Teilen.',
      en: 'Send less at once - smaller pictures, or the batch in parts.',
    },
  },
  'unsupported-type': {
    title: 'The content type is not supported',
    status: 415,
    code: 'E_UNSUPPORTED_TYPE',
    advice: {
      nl: 'Gebruik een van de inhoudstypes die de API-beschrijving voor dit adres noemt.',
      fr: 'Utilisez un des types de contenu que la description de l\'API donne pour cette adresse.',
      de: 'Verwenden Sie einen der Inhaltstypen, die die API-Beschreibung für diese Adresse nennt.',
      en: 'Send one of the content types the API description names for this address.',
    },
  },
  'headers-too-large': {
    title: 'The header fields are too large',
    status: 431,
    code: 'E_HEADERS_TOO_LARGE',
    advice: {
      nl: 'Stuur minder of kortere kopvelden; wis in een browser zo nodig de cookies van deze site.',
      fr: 'Envoyez moins d\'en-têtes ou de plus courts; dans un navigateur, effacez au besoin les cookies de ce site.',
      de: 'Senden Sie weniger oder kürzere Kopffelder; löschen Sie im Browser nötigenfalls die Cookies dieser Seite.',
      en: 'Send fewer or shorter header fields; a browser may need its cookies for this site cleared.',
    },
  },
  'request-timeout': {
    title: 'The request did not arrive in time',
    status: 408,
    code: 'E_REQUEST_TIMEOUT',
    advice: {
      nl: 'Verstuur het hele verzoek zonder lange pauzes; kijk het netwerk na als het terugkomt.',
      fr: 'Envoyez toute la demande sans longues pauses; vérifiez le réseau si cela se répète.',
      de: 'Senden Sie die ganze Anfrage ohne lange Pausen; prüfen Sie das Netz, wenn es wiederkehrt.',
      en: 'Send the whole request without long pauses; look at the network if it happens again.',
    },
  },
  'http-version': {
    title: 'This version of HTTP is not spoken here',
    status: 505,
    code: 'E_HTTP_VERSION',
    advice: {
      nl: 'Gebruik HTTP/1.1, dat elke camera en browser kent.',
      fr: 'Utilisez HTTP/1.1, que toute caméra et tout navigateur connaissent.',
      de: 'Verwenden Sie HTTP/1.1, das jede Kamera und jeder Browser beherrscht.',
      en: 'Use HTTP/1.1, which every camera and browser can speak.',
    },
  },
  'not-found': {
    title: 'There is nothing here',
    status: 404,
    code: 'E_NOT_FOUND',
    advice: {
      nl: 'Controleer het adres; wat het noemde is misschien weg, of niet voor u zichtbaar.',
      fr: 'Vérifiez l\'adresse; ce qu\'elle désignait a peut-être disparu ou ne vous est pas visible.',
      de: 'Prüfen Sie die Adresse; was sie bezeichnete, ist vielleicht gelöscht oder für Sie nicht sichtbar.',
      en: 'Check the address; what it named may be gone, or not for you to see.',
    },
  },
  'method-not-allowed': {
    title: 'This address does not take that method',
    status: 405,
    code: 'E_METHOD_NOT_ALLOWED',
    advice: {
      nl: 'Gebruik een methode die in het kopveld Allow staat.',
      fr: 'Utilisez une méthode citée dans l\'en-tête Allow.',
      de: 'Verwenden Sie eine Methode aus dem Kopffeld Allow.',
      en: 'Use a method named in the Allow header.',
    },
  },
  'unauthenticated': {
    title: 'Nobody is signed in',
    status: 401,
    code: 'E_UNAUTHENTICATED',
    advice: {
      nl: 'Meld u aan, of stuur een geldig token als Authorization Bearer.',
      fr: 'Connectez-vous, ou envoyez un jeton valide dans Authorization Bearer.',
      de: 'Melden Sie sich an, oder senden Sie ein gültiges Token als Authorization Bearer.',
      en: 'Sign in, or send a valid token as Authorization Bearer.',
    },
  },
  'code-needed': {
    title: 'Name and password did not suffice',
    status: 401,
    code: 'E_CODE_NEEDED',
    advice: {
      nl: 'De naam of het wachtwoord klopt niet, of deze account vraagt ook een code; typ alles opnieuw.',
      fr: 'Le nom ou le mot de passe est faux, ou ce compte demande aussi un code; retapez le tout.',
      de: 'Name oder Passwort ist falsch, oder dieses Konto verlangt auch einen Code; geben Sie alles erneut ein.',
      en: 'The name or the password is wrong, or this account asks for a code as well; type all of them again.',
    },
  },
  'proof-needed': {
    title: 'This act asks again who you are',
    status: 403,
    code: 'E_PROOF_NEEDED',
    advice: {
      nl: 'Geef uw wachtwoord of een code nog eens, en herhaal dan wat u deed.',
      fr: 'Donnez encore une fois votre mot de passe ou un code, puis répétez votre acte.',
      de: 'Geben Sie Ihr Passwort oder einen Code noch einmal ein und wiederholen Sie dann, was Sie taten.',
      en: 'Give your password or a code once more, then repeat what you did.',
    },
  },
  'too-many-attempts': {
    title: 'Too many attempts failed',
    status: 429,
    code: 'E_TOO_MANY_ATTEMPTS',
    advice: {
      nl: 'Wacht zo lang als Retry-After zegt; op een toestel waar u zich eerder aanmeldde, hoeft dat niet.',
      fr: 'Attendez la durée donnée par Retry-After; sur un appareil où vous vous êtes déjà connecté, ce n\'est pas nécessaire.',
      de: 'Warten Sie so lange, wie Retry-After angibt; auf einem Gerät, auf dem Sie schon angemeldet waren, entfällt das.',
      en: 'Wait as long as Retry-After says; from a device where you signed in before there is no wait.',
    },
  },
  'forbidden': {
    title: 'This account may not do that',
    status: 403,
    code: 'E_FORBIDDEN',
    advice: {
      nl: 'Vraag het aan iemand wiens rol dit toelaat, of laat uw rol uitbreiden door een beheerder.',
      fr: 'Demandez à une personne dont le rôle le permet, ou faites étendre le vôtre par un administrateur.',
      de: 'Bitten Sie jemanden, dessen Rolle es erlaubt, oder lassen Sie Ihre Rolle von der Verwaltung erweitern.',
      en: 'Ask someone whose role allows it, or have your role extended by an administrator.',
    },
  },
  'conflict': {
    title: 'The present state does not allow this',
    status: 409,
    code: 'E_CONFLICT',
    advice: {
      nl: 'Laad de huidige toestand en beslis daarmee opnieuw.',
      fr: 'Chargez l\'état actuel et décidez à nouveau en le voyant.',
      de: 'Laden Sie den jetzigen Stand und entscheiden Sie damit neu.',
      en: 'Load the present state, and decide again with it in view.',
    },
  },
  'version-changed': {
    title: 'Someone else changed this first',
    status: 412,
    code: 'E_VERSION_CHANGED',
    advice: {
      nl: 'Laad de nieuwe versie, bekijk wat er veranderde en herhaal uw handeling als ze nog klopt.',
      fr: 'Chargez la nouvelle version, voyez ce qui a changé et répétez votre acte s\'il vaut encore.',
      de: 'Laden Sie die neue Fassung, sehen Sie die Änderung an und wiederholen Sie Ihre Handlung, wenn sie noch gilt.',
      en: 'Load the new version, look at what changed, and repeat your act if it still holds.',
    },
  },
  'precondition-required': {
    title: 'A write to an existing thing must say which version it saw',
    status: 428,
    code: 'E_PRECONDITION_REQUIRED',
    advice: {
      nl: 'Stuur If-Match met de ETag die u bij het laden kreeg.',
      fr: 'Envoyez If-Match avec l\'ETag reçu au chargement.',
      de: 'Senden Sie If-Match mit dem ETag, den Sie beim Laden erhielten.',
      en: 'Send If-Match with the ETag you were given when you loaded it.',
    },
  },
  'idempotency-mismatch': {
    title: 'This idempotency key was used for another content',
    status: 422,
    code: 'E_IDEMPOTENCY_MISMATCH',
    advice: {
      nl: 'Gebruik een nieuwe Idempotency-Key voor een nieuw verzoek; herhaal een oud verzoek ongewijzigd.',
      fr: 'Utilisez une nouvelle Idempotency-Key pour une nouvelle demande; répétez l\'ancienne sans la modifier.',
      de: 'Verwenden Sie für eine neue Anfrage einen neuen Idempotency-Key; wiederholen Sie eine alte unverändert.',
      en: 'Use a new Idempotency-Key for a new request; repeat an old one unchanged.',
    },
  },
  'busy': {
    title: 'The server is busy',
    status: 503,
    code: 'E_BUSY',
    advice: {
      nl: 'Wacht zo lang als Retry-After zegt en verstuur dan opnieuw.',
      fr: 'Attendez la durée donnée par Retry-After, puis renvoyez.',
      de: 'Warten Sie so lange, wie Retry-After angibt, und senden Sie dann erneut.',
      en: 'Wait as long as Retry-After says, then send it again.',
    },
  },
  'storage-full': {
    title: 'The disk of the server is full',
    status: 507,
    code: 'E_STORAGE_FULL',
    advice: {
      nl: 'Laat de technicus schijfruimte vrijmaken of toevoegen; camera\'s bewaren zolang hun achterstand.',
      fr: 'Faites libérer ou ajouter de l\'espace disque par le technicien; les caméras gardent leur retard jusque-là.',
      de: 'Lassen Sie von der Technik Speicherplatz freigeben oder hinzufügen; die Kameras behalten bis dahin ihren Rückstand.',
      en: 'Tell the technician to free or add disk space; cameras keep their backlog until then.',
    },
  },
  'stopping': {
    title: 'The server is stopping',
    status: 503,
    code: 'E_STOPPING',
    advice: {
      nl: 'Verstuur opnieuw over enkele seconden, als de server terug is.',
      fr: 'Renvoyez dans quelques secondes, quand le serveur sera de retour.',
      de: 'Senden Sie in einigen Sekunden erneut, wenn der Server zurück ist.',
      en: 'Send it again in a few seconds, when the server is back.',
    },
  },
  'destroyed': {
    title: 'The data of that day have been destroyed',
    status: 410,
    code: 'E_DESTROYED',
    advice: {
      nl: 'Niets brengt ze terug; de sleutel van die dag is vernietigd toen de termijn verstreken was.',
      fr: 'Rien ne peut les faire revenir; la clé de ce jour a été détruite à l\'échéance.',
      de: 'Nichts bringt sie zurück; der Schlüssel dieses Tages wurde nach Ablauf der Frist vernichtet.',
      en: 'Nothing can bring them back; the key of that day was destroyed when its time was over.',
    },
  },
  'internal': {
    title: 'The server failed',
    status: 500,
    code: 'E_INTERNAL',
    advice: {
      nl: 'Probeer opnieuw; blijft het, geef dan het verzoeknummer aan de technicus, die de oorzaak in het logboek vindt.',
      fr: 'Réessayez; si cela persiste, donnez le numéro de demande au technicien, qui trouvera la cause dans le journal.',
      de: 'Versuchen Sie es erneut; bleibt es, geben Sie der Technik die Nummer der Anfrage, die im Protokoll zur Ursache führt.',
      en: 'Try again; if it stays, give the request id to the technician, who finds the cause in the log.',
    },
  },
};

/** The text for the `type` of a problem document, if the register has it. */
export function problemOf(type: string): ProblemText | undefined {
  const slug = type.replace(/^\/problems\//, '');
  return Object.hasOwn(problems, slug) ? problems[slug as ProblemSlug] : undefined;
}
