import type { PointWords } from './point-words'

export const FRENCH: PointWords = {
  asksWhy: 'pourquoi|(?:les )?raisons (?:de|du|des|pour)|ce qui explique',
  reasons: `parce qu(?:e|['’].*)|car|puisque|en raison (?:de|du|des|d['’].*)|à cause (?:de|du|des)|faute (?:de|d['’].*)|grâce (?:à|au|aux)|causes?|causée?s?|raisons?|
    s['’]explique(?:nt)?|explique(?:nt)?|dû|dues?|provoquée?s?|motifs?|invoquée?s?|invoque(?:nt)?|si bien que|face (?:à|au|aux)|afin (?:de|d['’].*)|s['’]y ajoute(?:nt)?|tient (?:à|au|aux)`,
  furtherReasons:
    "^(?:s['’]y ajoute(?:nt)?|une (?:autre|deuxième|seconde|troisième|dernière) (?:raison|cause|explication)|autre (?:raison|cause|explication))",
  demands: `doit|doivent|devrait|devraient|devons|il faut|il faudrait|il est (?:temps|urgent|indispensable|nécessaire)|ne (?:peut|peuvent|saurait|sauraient) (?:pas|plus)?|
    il convient|s['’]impose(?:nt)?|est (?:indispensable|urgente?)`,
  firstPerson: `je|j['’].*|me|m['’].*|moi|mon|ma|mes|nous|notre|nos`,
  leans: `^(?:mais|et|ou|or|donc|car|puis|alors|aussi|pourtant|cependant|toutefois|néanmoins|en revanche|au contraire|de plus|en outre|par ailleurs|ainsi|enfin|ensuite|d['’]ailleurs|
    il (?!faut|est|y|convient|s['’]agit)|elles?|ils|eux|son|sa|ses|leurs?|ce|cela|ça|c['’](?:est|était)|ceux|celles?|celui|lui|
    ce(?:t|tte|s) (?!année|semaine|été|hiver|automne|printemps|matin|soir)|l['’]un|l['’]une|les deux|une autre|un autre|d['’]autres|on nous|en effet|il en (?:reste|va)|il l['’](?:est|a))`,
  furniture: `abonnez-vous|abonnements?|newsletters?|lettre d['’]information|lire (?:aussi|la suite|également)|à lire|retrouvez|cliquez|suivez-nous|partagez|inscrivez-vous|téléchargez|
    (?:ci-dessous|ci-dessus|ci-contre)|tous droits réservés|réservé aux abonnés|(?:cet|l['’]) ?article (?:est|a été|paru)|avec (?:l['’])?afp|notre (?:application|podcast|newsletter)`,
}
