import type { PointWords } from './point-words'

export const SPANISH: PointWords = {
  asksWhy: 'por qué|(?:las )?razones (?:de|del|para|por)|(?:las )?claves de',
  reasons: `porque|debido a|debido al|a causa de|por culpa de|gracias a|ya que|puesto que|dado que|causas?|causad[oa]s?|razón|razones|motivos?|provocad[oa]s?|
    se debe(?:n)?|se explica(?:n)?|alega(?:n|ron|do)?|ante (?:el|la|los|las)|a raíz de|para evitar|por falta de|se suma(?:n)?`,
  furtherReasons:
    '^(?:a (?:ello|esto|eso) se suma(?:n)?|otr[oa] (?:de las )?(?:razón|causa|motivo|factor)|otra de las (?:razones|causas)|otro de los motivos)',
  demands: `debe|deben|debería|deberían|debemos|tiene(?:n)? que|hay que|habría que|es (?:hora|urgente|necesario|imprescindible|indispensable)|hace falta|urge|conviene|no puede(?:n)? (?:seguir|permitir)`,
  firstPerson: 'yo|me|mí|mis?|nosotr[oa]s|nos|nuestr[oa]s?',
  leans: `^(?:pero|y|e|o|sino|sin embargo|no obstante|además|también|tampoco|entonces|luego|así|por eso|por ello|por tanto|por lo tanto|en cambio|al contrario|asimismo|
    él|ella|ellos|ellas|est[eao]s? (?!año|semana|mes|verano|invierno|otoño|primavera|mañana|tarde)|esto|eso|ello|es[aeo]s?|aquell?[oa]s?|sus?|ambos|ambas|otr[oa]s?|allí|aquí|mientras tanto|a ello)`,
  furniture: `suscríbe(?:te|se)|suscripci(?:ón|ones)|boletín|boletines|newsletter|lea (?:también|más)|leer (?:más|también)|haga clic|haz clic|síg(?:ue|a)nos|comparte|regístrate|
    (?:más abajo|a continuación encontrará)|todos los derechos reservados|solo para suscriptores|este (?:artículo|texto) (?:es|fue|ha sido)|con información de|nuestra aplicación`,
}
