"""Words that Portuguese headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: o a os as um uma de do da dos das em no na nos nas ao para por com e ou eu me mim ele ela eles se foi esta s n ja lhe voltar como que
name: nome nomes
adjective: proprio
family: apelido sobrenome familia
full: completo
person: pessoa pessoas interlocutor responsavel recrutador recrutadora
contact: contato contatos contacto contactos contatei contatado contactei contatada contactar contatar
who: quem
company: empresa companhia empregador entidade organizacao instituicao universidade laboratorio
target: alvo interesse
title: cargo funcao titulo posicao papel vaga
work: trabalho trabalha faz emprego
place: local cidade pais regiao localizacao localidade estado sede fica
where: onde
mail: email mail correio
phone: telefone tel telemovel celular
web: site pagina website
career: carreiras vagas
link: link url
page: perfil pagina
linkedin: linkedin
day: data dia
when: quando
sent: enviado enviada envio escrevi mandei
message: mensagem msg
call: ligacao chamada liguei
talk: conversa conversei conversamos falei falamos
answer: resposta respondeu respondido retorno
got: recebida recebido
status: status estado situacao etapa fase pe
process: candidatura processo vaga
way: canal meio via metodo forma onde
next: proximo proxima proximos proximas
step: passo passos acao acoes tarefa
todo: fazer
follow: retorno cobrar cobrei seguimento lembrete lembrar acompanhamento recontactar
again: novo voltar
done: feito feita
note: nota notas comentario comentarios observacao observacoes conversamos
extra: outras outros gerais pessoais adicionais
subject: assunto
text: texto
template: modelo
used: usado usada utilizado
source: fonte origem
met: conheci conhecemos
know: conheco conhecido
found: encontrei encontrado
refer: indicacao recomendacao indicou apresentou recomendou
common: comum
asked: pedi pedida pedido pedir solicitada
agree: aceita aceitou
tie: relacao vinculo relacionamento proximidade
type: tipo categoria grupo teor
warm: frio quente morno temperatura lead
level: nivel grau
rank: prioridade importancia interesse
branch: setor sector segmento ramo industria atuacao area atividade
birth: nascimento nasc aniversario
every: cada frequencia intervalo
days: dias semanas meses
thank: obrigado obrigada agradecimento agradeci
meet: reuniao cafe demo entrevista encontro
planned: agendada agendado marcada marcado
help: ajuda ajudou
gave: dei ofereci oferecer
gotten: recebi recebida
owner: atribuido atribuida responsavel interno
number: numero n no id item codigo ordem registro
result: resultado desfecho final
last: ultimo ultima ult
firsttime: primeiro primeira 1o
since: desde
connect: conectados conectado
mine: meu minha meus minhas
what: que
address: morada
far: pé
how: como
tag: etiquetas tags
"""
