import type { PointWords } from './point-words'

export const PORTUGUESE: PointWords = {
  asksWhy: 'por que|porque é que|por quê|(?:as )?razões (?:de|da|do|para)|entenda por que',
  reasons: `porque|devido (?:a|ao|à|aos|às)|por causa (?:de|da|do|das|dos)|graças (?:a|ao|à|aos|às)|já que|uma vez que|visto que|pois|causas?|causad[oa]s?|razão|razões|motivos?|
    provocad[oa]s?|deve-se|devem-se|explica-se|se deve(?:m)?|em razão (?:de|da|do)|diante (?:de|da|do)|para evitar|por falta de|soma-se|alegou|alegaram`,
  furtherReasons:
    '^(?:a isso (?:se soma|soma-se|somam-se)|soma-se a isso|outr[oa] (?:razão|motivo|causa|fator))',
  demands: `deve|devem|deveria|deveriam|devemos|tem (?:de|que)|têm (?:de|que)|é preciso|é (?:hora|tempo|urgente|necessário|indispensável)|cabe (?:a|ao|à)|não pode(?:m)? (?:continuar|mais)?|urge`,
  firstPerson: 'eu|me|mim|meus?|minhas?|nós|nos(?= \\p{L}+(?:mos|ou|am))|noss[oa]s?',
  leans: `^(?:mas|e|ou|porém|contudo|entretanto|no entanto|todavia|além disso|também|então|depois|assim|por isso|portanto|já|ele|ela|eles|elas|est[ea]s? (?!ano|semana|mês|verão|inverno|manhã|tarde)|
    ess[ea]s?|isso|isto|aquel[ea]s?|aquilo|seus?|suas?|ambos|ambas|outr[oa]s?|lá|aqui|enquanto isso|a isso)`,
  furniture: `assine|assinatura|assinantes|newsletter|boletim|leia (?:também|mais)|clique|siga-nos|siga (?:o|a|nosso|nossa)|compartilhe|partilhe|cadastre-se|inscreva-se|baixe|
    (?:veja abaixo|a seguir, veja)|todos os direitos reservados|exclusivo para assinantes|est[ea] (?:artigo|texto|reportagem) (?:é|foi)|com informações d[aeo]|nosso aplicativo`,
}
