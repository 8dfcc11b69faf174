"""Words that Spanish headings are made of, by what they mean (``heading_grammar``): data."""

from __future__ import annotations

WORDS = """
fill: el la los las un una lo le les me yo nos se de del al a en por para con y o u e es era fue su sus he ha s n cual esta este si hay ya qué cómo que clasificación conmigo
name: nombre nombres
adjective: pila
family: apellido apellidos
full: completo
person: persona personas entrevistador entrevistadora reclutador reclutadora responsable seleccion interlocutor
contact: contacto contactos contacte contactado contactada contactar
who: quien quienes
company: empresa compania empleador organizacion cuenta cliente negocio
target: objetivo interes interesan
title: cargo puesto titulo rol funcion posicion ocupacion
work: trabajo trabaja dedica empleo
place: lugar ciudad pais region ubicacion localidad provincia estado sede
where: donde
mail: correo email mail
phone: telefono tel tfno movil celular fijo
web: sitio pagina web portal
career: empleo carreras
link: enlace link url
page: perfil pagina
linkedin: linkedin
day: fecha dia f
when: cuando
sent: enviado enviada envio escribi escribio mande mandado escrito
message: mensaje msj correo
call: llamada llame llamadas
talk: conversacion charla hablamos hable platica
answer: respuesta respondio respondieron contesto contestacion respondido
got: recibida recibido
status: estado estatus etapa fase situacion
process: candidatura solicitud proceso postulacion
way: canal medio via metodo forma como
next: proximo proxima siguiente sigue
step: paso pasos accion acciones tarea
todo: hacer pendiente pendientes por
follow: seguimiento seguimientos recordatorio recordar recontactar
again: nuevo volver
done: hecho hizo realizado enviado
note: nota notas comentario comentarios observaciones detalles
extra: otras otros adicional adicionales personales info
subject: asunto
text: texto mande
template: plantilla
used: usada utilizada usado
source: fuente origen procedencia
met: conoci conocimos conocido
know: conozco
found: encontre encontrado encontro encontré
refer: recomendacion recomendado recomendarme recomendo referido referencia presento
common: comun
asked: pedi pedida pedido solicitada solicite
agree: acepta acepto
tie: relacion vinculo parentesco cercania relación
type: tipo categoria grupo clase
warm: frio tibio caliente calido
level: nivel grado fuerza
rank: prioridad importancia interes clasificacion ranking clasificación
branch: sector industria giro rubro ramo
birth: nacimiento cumpleanos nacido
every: cada frecuencia intervalo
days: dias semanas meses
thank: gracias agradecimiento agradeci agradecido di
meet: reunion cita cafe demo entrevista encuentro
planned: agendada agendado programada concertada acordada
help: ayuda ayudo ayude favor favores
gave: di dado ofrecer ofreci
gotten: recibi recibida recibido
owner: asignado asignada ejecutivo vendedor encargado cargo responsable
number: numero num no id folio codigo cod registro
result: resultado quedo desenlace quedó
last: ultimo ultima ult ultimos
firsttime: primer primera primero 1er
since: desde
connect: conectados conectado
mine: mi mis
what: que
address: direccion
far: va
how: cómo
tag: clave palabras
"""
