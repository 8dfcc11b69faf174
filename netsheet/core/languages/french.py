"""Words that French headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: le la les l un une des de du d en au aux a pour avec et ou est etait ai j je me m moi nous on il elle ils elles lui leur son sa ses se s qu c y t o n perso exerce comment que quoi ce dans
name: nom noms
given: prenom prenoms
family: famille patronyme
full: complet
person: personne interlocuteur interlocutrice recruteur recruteuse responsable recrutement rh
contact: contact contacts contacte contactee contacter joint joignable
who: qui
company: entreprise societe boite cie employeur organisation structure firme
target: cible cibles visee
title: poste fonction titre metier role intitule
work: travail travaille emploi fait
place: lieu ville pays region departement canton cp localisation
where: ou
mail: email mail mel courriel
phone: telephone tel portable mobile cellulaire
web: site page web
career: carriere carrieres recrutement
link: lien url
page: profil page
linkedin: linkedin
day: date jour
when: quand
sent: envoye envoyee envoi ecrit ecrite
message: message mail courriel
call: appel appele coup
talk: discussion echange echanges parle conversation discute nouvelles
answer: reponse repondu retour
got: recue recu obtenu
status: statut etat etape stade phase suis
process: candidature process processus recrutement
way: canal moyen mode support utilisé
next: prochain prochaine prochaines suivante suivant apres
step: etape etapes action actions tache
todo: faire
follow: relance relancer relances rappel rappeler recontacter suivi
again: nouveau re
done: fait faite effectue effectuee envoyee
note: note notes remarque remarques commentaire commentaires compte rendu retenir
extra: autre autres diverses divers
subject: objet sujet
text: texte contenu envoye
template: modele
used: utilise utilisee
source: source origine provenance
met: rencontre rencontres connu connus rencontree
know: connais connait
found: trouve trouvee
refer: recommande recommandation coopter cooptation presente recommandee introduit
common: commun commune communs
asked: demandee demande demander
agree: accepte accord
tie: relation lien
type: type nature categorie groupe
warm: chaud froid tiede proche
level: niveau degre force
rank: priorite importance interet classement rang
branch: secteur branche domaine activite industrie
birth: naissance anniversaire ne nee
every: tous toutes frequence rythme periodicite
days: jours semaines mois
thank: merci remerciement remerciements remercie
meet: rendez rdv reunion cafe demo entretien rencontre
planned: prevu prevue planifie planifiee fixe fixee cale
help: aide aidee service
gave: donne apporte apporter offert rendu
gotten: recu recue
owner: attribue charge commercial suivi responsable collegue
number: numero n no id ref reference ligne interne code
result: resultat issue bilan
last: dernier derniere dernieres derniers dernières
firsttime: premier premiere 1re 1er
since: depuis
connect: connecte relation
mine: mon ma mes
what: que quoi ce
address: adresse
by: par
how: comment
tag: étiquettes tags
far: loin
"""
